using CaseFlow.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>One event of a case, written once. Its hash covers the one before it (see Ledger).</summary>
internal class CaseEventRecord : ITenantScoped
{
    public required Guid CaseId { get; set; }

    /// <summary>1 for the first event of the case.</summary>
    public required long Sequence { get; set; }

    public required string Tenant { get; set; }

    public required string Type { get; set; }

    public required DateTimeOffset At { get; set; }

    public required ActorKind ActorKind { get; set; }

    public required string ActorId { get; set; }

    public string? OnBehalfOf { get; set; }

    /// <summary>The command that brought it about.</summary>
    public required string Cause { get; set; }

    public required byte[] Payload { get; set; }

    public required byte[] Hash { get; set; }

    /// <summary>Place in the global feed. Its order is commit order only together with <see cref="TransactionId"/>.</summary>
    public required long Position { get; set; }

    /// <summary>PostgreSQL: the id of the writing transaction, so that a reader can stay behind open ones. SQL Server: the row's mark, for the same. SQLite: 0, as it has one writer.</summary>
    public required long TransactionId { get; set; }
}

internal sealed class CaseEventRecordMapping : IEntityTypeConfiguration<CaseEventRecord>
{
    public void Configure(EntityTypeBuilder<CaseEventRecord> table)
    {
        table.ToTable("case_events");
        table.HasKey(row => new { row.CaseId, row.Sequence });
        table.HasIndex(row => new { row.TransactionId, row.Position }).IsUnique();
        table.HasIndex(row => new { row.Tenant, row.Position });
        table.HasIndex(row => new { row.Tenant, row.ActorId, row.Position });
    }
}
