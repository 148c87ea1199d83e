using CaseFlow.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A change of a calendar or of a flow's clocks, for which open clocks get new due times, page by page. Any node goes on with it.</summary>
internal sealed class RecomputationRecord : ITenantScoped
{
    public required Guid Id { get; set; }

    public required string Tenant { get; set; }

    /// <summary>The calendar file that was changed; null: the clocks of a flow are to follow its settings.</summary>
    public string? Calendar { get; set; }

    /// <summary>Calendars whose clocks are concerned, with commas; an empty one among them is the default that clocks use when they name none.</summary>
    public string? Concerned { get; set; }

    public string? FlowKey { get; set; }

    public required string Reason { get; set; }

    public required ActorKind ActorKind { get; set; }

    public required string ActorId { get; set; }

    public required DateTimeOffset RequestedAt { get; set; }

    /// <summary>When a node may take it up: after every node has read the new calendar; the end of the lease while one works on it.</summary>
    public required DateTimeOffset VisibleAt { get; set; }

    /// <summary>Cases that had open clocks when it began; null before.</summary>
    public int? CasesToSee { get; set; }

    /// <summary>The last case that was seen: the next page begins after it.</summary>
    public Guid? Cursor { get; set; }

    public required int CasesSeen { get; set; }

    public required int CasesChanged { get; set; }

    public required int ClocksChanged { get; set; }

    public required int CasesFailed { get; set; }

    /// <summary>Why the last of the failed cases kept its due times.</summary>
    public string? LastError { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }
}

internal sealed class RecomputationRecordMapping : IEntityTypeConfiguration<RecomputationRecord>
{
    public void Configure(EntityTypeBuilder<RecomputationRecord> table)
    {
        table.ToTable("recomputations");
        table.HasKey(row => row.Id);
        table.HasIndex(row => row.VisibleAt).HasFilter("finished_at IS NULL");
        table.HasIndex(row => new { row.Tenant, row.RequestedAt });
    }
}
