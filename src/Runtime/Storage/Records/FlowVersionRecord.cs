using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A published flow version: never changed, never deleted while a case runs on it.</summary>
internal sealed class FlowVersionRecord : ITenantScoped
{
    public required string Tenant { get; set; }

    public required string Key { get; set; }

    public required int Version { get; set; }

    /// <summary>File name to text, as one JSON object.</summary>
    public required string Files { get; set; }

    /// <summary>Lower-case hex over <see cref="Files"/>.</summary>
    public required string Sha256 { get; set; }

    public required string PublishedBy { get; set; }

    public required DateTimeOffset PublishedAt { get; set; }

    public required string Note { get; set; }
}

internal sealed class FlowVersionRecordMapping : IEntityTypeConfiguration<FlowVersionRecord>
{
    public void Configure(EntityTypeBuilder<FlowVersionRecord> table)
    {
        table.ToTable("flow_versions");
        table.HasKey(row => new { row.Tenant, row.Key, row.Version });
    }
}
