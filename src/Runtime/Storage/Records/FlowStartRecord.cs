using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A start event of a flow's newest version that waits for a message, a signal or a time.</summary>
internal sealed class FlowStartRecord : ITenantScoped
{
    public required string Tenant { get; set; }

    public required string FlowKey { get; set; }

    public required string ElementId { get; set; }

    public required int FlowVersion { get; set; }

    public required StartKind Kind { get; set; }

    /// <summary>Message or signal name; a timer's expression.</summary>
    public required string Name { get; set; }

    /// <summary>For a timer: the next time.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public int? RepeatsLeft { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }
}

internal sealed class FlowStartRecordMapping : IEntityTypeConfiguration<FlowStartRecord>
{
    public void Configure(EntityTypeBuilder<FlowStartRecord> table)
    {
        table.ToTable("flow_starts");
        table.HasKey(row => new { row.Tenant, row.FlowKey, row.ElementId });
        table.HasIndex(row => new { row.Tenant, row.Kind, row.Name });
        table.HasIndex(row => row.DueAt).HasFilter("due_at IS NOT NULL");
    }
}
