using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>The bytes of a document, apart so that lists never read them.</summary>
internal sealed class DocumentContentRecord
{
    public required Guid DocumentId { get; set; }

    public required byte[] Content { get; set; }
}

internal sealed class DocumentContentRecordMapping : IEntityTypeConfiguration<DocumentContentRecord>
{
    public void Configure(EntityTypeBuilder<DocumentContentRecord> table)
    {
        table.ToTable("document_contents");
        table.HasKey(row => row.DocumentId);
        table.HasOne<DocumentRecord>().WithOne().HasForeignKey<DocumentContentRecord>(row => row.DocumentId).OnDelete(DeleteBehavior.Cascade);
    }
}
