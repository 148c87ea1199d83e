using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>An event of an archived case. It keeps its place in the feed, which every reader has passed.</summary>
internal sealed class ArchivedCaseEventRecord : CaseEventRecord;

internal sealed class ArchivedCaseEventRecordMapping : IEntityTypeConfiguration<ArchivedCaseEventRecord>
{
    public void Configure(EntityTypeBuilder<ArchivedCaseEventRecord> table)
    {
        // Not a kind of the other entity: a table of its own, with the same columns by construction.
        table.HasBaseType((Type?)null);
        table.ToTable("archived_case_events");
        table.HasKey(row => new { row.CaseId, row.Sequence });
        table.HasIndex(row => new { row.Tenant, row.Position });
        table.HasIndex(row => new { row.Tenant, row.ActorId, row.Position });
        table.Property(row => row.Position).ValueGeneratedNever();
    }
}
