using CaseFlow.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A message from outside: waiting for its wait to open, or kept so that the same id is taken once.</summary>
internal sealed class MessageRecord : ITenantScoped
{
    public required string Tenant { get; set; }

    /// <summary>The sender's id.</summary>
    public required string Id { get; set; }

    public required string Name { get; set; }

    public string? CorrelationKey { get; set; }

    public required byte[] Payload { get; set; }

    public required ActorKind ActorKind { get; set; }

    public required string ActorId { get; set; }

    public required DateTimeOffset ReceivedAt { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }

    public required MessageStatus Status { get; set; }

    public Guid? CaseId { get; set; }
}

internal sealed class MessageRecordMapping : IEntityTypeConfiguration<MessageRecord>
{
    public void Configure(EntityTypeBuilder<MessageRecord> table)
    {
        table.ToTable("messages");
        table.HasKey(row => new { row.Tenant, row.Id });
        table.HasIndex(row => new { row.Tenant, row.Status, row.Name, row.CorrelationKey });
        table.HasIndex(row => new { row.Status, row.ExpiresAt });
    }
}
