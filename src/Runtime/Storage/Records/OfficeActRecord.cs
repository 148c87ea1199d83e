using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>What somebody did that no case tells: an expired message put back or dropped, a calendar changed, a legal hold. Written once, for the auditor.</summary>
internal sealed class OfficeActRecord : ITenantScoped
{
    public required Guid Id { get; set; }

    public required string Tenant { get; set; }

    public required DateTimeOffset At { get; set; }

    public required string ActorId { get; set; }

    /// <summary><c>message-sent-again</c>, <c>message-dropped</c>, <c>calendar-changed</c>, <c>clocks-recomputed</c>, <c>node-drained</c>, <c>node-resumed</c>, <c>case-held</c>, <c>case-released</c>.</summary>
    public required string Act { get; set; }

    public required string Subject { get; set; }

    public required string Reason { get; set; }

    public static OfficeActRecord Of(string tenant, string actorId, string act, string subject, string reason, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Tenant = tenant,
        At = now,
        ActorId = actorId,
        Act = act,
        Subject = subject,
        Reason = reason.Trim(),
    };
}

internal sealed class OfficeActRecordMapping : IEntityTypeConfiguration<OfficeActRecord>
{
    public void Configure(EntityTypeBuilder<OfficeActRecord> table)
    {
        table.ToTable("office_acts");
        table.HasKey(row => row.Id);
        table.HasIndex(row => new { row.Tenant, row.At, row.Id });
    }
}
