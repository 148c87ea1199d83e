using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A start event of a flow's newest version that waits for a message, a signal or a time.</summary>
internal sealed class FlowStartRecord : ITenantScoped
{
    public required string Tenant { get; set; }

    public required string FlowKey { get; set; }

    public required string ElementId { get; set; }

    public required string Process { get; set; }

    public required int FlowVersion { get; set; }

    public required StartKind Kind { get; set; }

    /// <summary>Message or signal name; empty for a timer.</summary>
    public required string Name { get; set; }

    /// <summary>For a timer: when it began to run, usually the flow's publication.</summary>
    public required DateTimeOffset BeganAt { get; set; }

    /// <summary>For a timer: which firing is next, from 1.</summary>
    public required long Firing { get; set; }

    /// <summary>For a timer: when; null when it fires no more.</summary>
    public DateTimeOffset? DueAt { get; set; }

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
