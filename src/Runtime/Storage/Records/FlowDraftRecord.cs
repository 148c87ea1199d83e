using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>The one draft of a flow.</summary>
internal sealed class FlowDraftRecord : ITenantScoped
{
    public required string Tenant { get; set; }

    public required string Key { get; set; }

    public required string Files { get; set; }

    /// <summary>Changes with each save.</summary>
    public required string Stamp { get; set; }

    public required string SavedBy { get; set; }

    public required DateTimeOffset SavedAt { get; set; }
}

internal sealed class FlowDraftRecordMapping : IEntityTypeConfiguration<FlowDraftRecord>
{
    public void Configure(EntityTypeBuilder<FlowDraftRecord> table)
    {
        table.ToTable("flow_drafts");
        table.HasKey(row => new { row.Tenant, row.Key });
        table.Property(row => row.Stamp).IsConcurrencyToken();
    }
}
