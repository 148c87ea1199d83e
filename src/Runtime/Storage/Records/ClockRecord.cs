using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A promise of a case, running or stopped.</summary>
internal class ClockRecord : ICaseScoped
{
    public required Guid CaseId { get; set; }

    public required long ClockKey { get; set; }

    public required string Tenant { get; set; }

    public required string UnitCode { get; set; }

    public required string UnitPath { get; set; }

    public required string FlowKey { get; set; }

    /// <summary>Id in the flow; its name and whether residents see it stand there.</summary>
    public required string ClockId { get; set; }

    public required string Rule { get; set; }

    public required decimal Amount { get; set; }

    public required DateTimeOffset StartedAt { get; set; }

    public required DateTimeOffset Due { get; set; }

    public DateTimeOffset? PausedAt { get; set; }

    public DateTimeOffset? WarnedAt { get; set; }

    public DateTimeOffset? BreachedAt { get; set; }

    public DateTimeOffset? EscalatedAt { get; set; }

    public DateTimeOffset? StoppedAt { get; set; }

    /// <summary>Null while it runs, and when it was ended without being met.</summary>
    public bool? Met { get; set; }
}

internal sealed class ClockRecordMapping : IEntityTypeConfiguration<ClockRecord>
{
    public void Configure(EntityTypeBuilder<ClockRecord> table)
    {
        table.ToTable("clocks");
        table.HasKey(row => new { row.CaseId, row.ClockKey });
        table.HasIndex(row => new { row.Tenant, row.UnitPath, row.Due });
        table.HasIndex(row => new { row.Tenant, row.ClockId, row.StartedAt });
        table.HasIndex(row => new { row.Tenant, row.CaseId }).HasFilter("stopped_at IS NULL");
    }
}
