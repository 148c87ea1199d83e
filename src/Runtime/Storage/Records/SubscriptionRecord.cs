using CaseFlow.Engine.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A case's open wait for a message or a signal.</summary>
internal sealed class SubscriptionRecord : ITenantScoped
{
    public required Guid CaseId { get; set; }

    public required long Key { get; set; }

    public required string Tenant { get; set; }

    public required SubscriptionKind Kind { get; set; }

    public required string Name { get; set; }

    public string? CorrelationKey { get; set; }

    public required string ElementId { get; set; }

    public long? TaskKey { get; set; }

    public required bool IsAction { get; set; }
}

internal sealed class SubscriptionRecordMapping : IEntityTypeConfiguration<SubscriptionRecord>
{
    public void Configure(EntityTypeBuilder<SubscriptionRecord> table)
    {
        table.ToTable("subscriptions");
        table.HasKey(row => new { row.CaseId, row.Key });
        table.HasIndex(row => new { row.Tenant, row.Name, row.CorrelationKey });
    }
}
