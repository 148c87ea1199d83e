using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A process that works on this database. The row goes when the process stops in order.</summary>
internal sealed class NodeRecord
{
    public required string Name { get; set; }

    public required string Version { get; set; }

    public required DateTimeOffset StartedAt { get; set; }

    /// <summary>Written every few seconds.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>Somebody wants it to drain; null: not, or no longer.</summary>
    public DateTimeOffset? DrainAskedAt { get; set; }

    /// <summary>It claims no work any more since then.</summary>
    public DateTimeOffset? DrainingSince { get; set; }

    /// <summary>It drains and has no claimed work in hand any more since then.</summary>
    public DateTimeOffset? IdleSince { get; set; }
}

internal sealed class NodeRecordMapping : IEntityTypeConfiguration<NodeRecord>
{
    public void Configure(EntityTypeBuilder<NodeRecord> table)
    {
        table.ToTable("nodes");
        table.HasKey(row => row.Name);
    }
}
