using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A stored document; attached when an event of its case names it.</summary>
internal sealed class DocumentRecord : ITenantScoped
{
    public required Guid Id { get; set; }

    public required string Tenant { get; set; }

    public Guid? CaseId { get; set; }

    public required string Name { get; set; }

    public required string MediaType { get; set; }

    public required long Size { get; set; }

    /// <summary>Lower-case hex of the content.</summary>
    public required string Sha256 { get; set; }

    public required bool Public { get; set; }

    public required DateTimeOffset At { get; set; }

    public required string ActorId { get; set; }
}

internal sealed class DocumentRecordMapping : IEntityTypeConfiguration<DocumentRecord>
{
    public void Configure(EntityTypeBuilder<DocumentRecord> table)
    {
        table.ToTable("documents");
        table.HasKey(row => row.Id);
        table.HasIndex(row => row.CaseId);
        table.HasIndex(row => new { row.Tenant, row.At });
    }
}
