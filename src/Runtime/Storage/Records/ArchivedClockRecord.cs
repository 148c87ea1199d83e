using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A promise of an archived case.</summary>
internal sealed class ArchivedClockRecord : ClockRecord;

internal sealed class ArchivedClockRecordMapping : IEntityTypeConfiguration<ArchivedClockRecord>
{
    public void Configure(EntityTypeBuilder<ArchivedClockRecord> table)
    {
        // Not a kind of the other entity: a table of its own, with the same columns by construction.
        table.HasBaseType((Type?)null);
        table.ToTable("archived_clocks");
        table.HasKey(row => new { row.CaseId, row.ClockKey });
    }
}
