using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A message to the resident on an archived case.</summary>
internal sealed class ArchivedNoticeRecord : NoticeRecord;

internal sealed class ArchivedNoticeRecordMapping : IEntityTypeConfiguration<ArchivedNoticeRecord>
{
    public void Configure(EntityTypeBuilder<ArchivedNoticeRecord> table)
    {
        // Not a kind of the other entity: a table of its own, with the same columns by construction.
        table.HasBaseType((Type?)null);
        table.ToTable("archived_notices");
        table.HasKey(row => row.Id);
        table.HasIndex(row => new { row.CaseId, row.At });
    }
}
