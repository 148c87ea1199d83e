using CaseFlow.Engine.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>Something of a case whose time will come: a timer, a clock's mark, or steps left for later.</summary>
internal sealed class DueRecord
{
    public required Guid CaseId { get; set; }

    public required long Key { get; set; }

    public required DueKind Kind { get; set; }

    /// <summary>For a clock: which mark.</summary>
    public ClockMark? Mark { get; set; }

    public required DateTimeOffset DueAt { get; set; }

    /// <summary>A sweep that claimed the row holds it until then; afterwards anyone may.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    public required int Attempts { get; set; }
}

internal sealed class DueRecordMapping : IEntityTypeConfiguration<DueRecord>
{
    public void Configure(EntityTypeBuilder<DueRecord> table)
    {
        table.ToTable("due_rows");
        table.HasKey(row => new { row.CaseId, row.Key, row.Kind });
        table.HasIndex(row => row.DueAt);
    }
}
