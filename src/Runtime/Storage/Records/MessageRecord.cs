using CaseFlow.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A message that came before anything waited for it. The row goes when it is delivered.</summary>
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

    /// <summary>End of its time to live.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Set when its time to live ended before a case waited for it: listed, never dropped.</summary>
    public DateTimeOffset? ExpiredAt { get; set; }
}

internal sealed class MessageRecordMapping : IEntityTypeConfiguration<MessageRecord>
{
    public void Configure(EntityTypeBuilder<MessageRecord> table)
    {
        table.ToTable("messages");
        table.HasKey(row => new { row.Tenant, row.Id });
        // Of two who deal with an expired message at the same moment one must be told.
        table.Property(row => row.ExpiredAt).IsConcurrencyToken();
        table.HasIndex(row => new { row.Tenant, row.Name, row.CorrelationKey }).HasFilter("expired_at IS NULL");
        table.HasIndex(row => row.ExpiresAt).HasFilter("expired_at IS NULL");
        table.HasIndex(row => new { row.Tenant, row.ExpiredAt }).HasFilter("expired_at IS NOT NULL");
    }
}
