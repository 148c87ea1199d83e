using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A link as an archived case records it.</summary>
internal sealed class ArchivedCaseLinkRecord : CaseLinkRecord;

internal sealed class ArchivedCaseLinkRecordMapping : IEntityTypeConfiguration<ArchivedCaseLinkRecord>
{
    public void Configure(EntityTypeBuilder<ArchivedCaseLinkRecord> table)
    {
        // Not a kind of the other entity: a table of its own, with the same columns by construction.
        table.HasBaseType((Type?)null);
        table.ToTable("archived_case_links");
        table.HasKey(row => new { row.CaseId, row.OtherCaseId, row.Role });
    }
}
