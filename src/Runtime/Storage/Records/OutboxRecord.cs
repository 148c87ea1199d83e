using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>Work to be done outside a case after its step was committed. The row goes when the work is done.</summary>
internal sealed class OutboxRecord : ITenantScoped
{
    /// <summary><c>case:element:attempt</c>: the receiver's idempotency key.</summary>
    public required string Key { get; set; }

    public required Guid CaseId { get; set; }

    public required string Tenant { get; set; }

    /// <summary><c>run-activity</c>, <c>send-message</c> or <c>broadcast-signal</c>.</summary>
    public required string Kind { get; set; }

    public required byte[] Payload { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>The activity's type; empty for messages and signals. Each has limits of its own.</summary>
    public required string Activity { get; set; }

    /// <summary>When it may be tried: the end of its lease once it was claimed, so that claimed rows leave the front of the index.</summary>
    public required DateTimeOffset NotBefore { get; set; }

    /// <summary>Set by the claim; what becomes of the row is only written by who still holds it.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    public required int Attempts { get; set; }

    public string? LastError { get; set; }

    /// <summary>Set when it was given up; a person may put it back.</summary>
    public DateTimeOffset? DeadAt { get; set; }
}

internal sealed class OutboxRecordMapping : IEntityTypeConfiguration<OutboxRecord>
{
    public void Configure(EntityTypeBuilder<OutboxRecord> table)
    {
        table.ToTable("outbox");
        table.HasKey(row => row.Key);
        table.HasIndex(row => new { row.Tenant, row.Activity, row.NotBefore }).HasFilter("dead_at IS NULL");
        table.HasIndex(row => new { row.Tenant, row.DeadAt }).HasFilter("dead_at IS NOT NULL");
        table.HasIndex(row => row.CaseId);
    }
}
