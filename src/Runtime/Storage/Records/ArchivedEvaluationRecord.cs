using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>An evaluation of an archived case.</summary>
internal sealed class ArchivedEvaluationRecord : EvaluationRecord;

internal sealed class ArchivedEvaluationRecordMapping : IEntityTypeConfiguration<ArchivedEvaluationRecord>
{
    public void Configure(EntityTypeBuilder<ArchivedEvaluationRecord> table)
    {
        // Not a kind of the other entity: a table of its own, with the same columns by construction.
        table.HasBaseType((Type?)null);
        table.ToTable("archived_evaluations");
        table.HasKey(row => new { row.CaseId, row.Sequence });
    }
}
