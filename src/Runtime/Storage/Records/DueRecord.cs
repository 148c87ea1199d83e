using CaseFlow.Engine.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>Something of a case whose time will come: a timer, a clock's mark, or steps left for later.</summary>
internal sealed class DueRecord : ITenantScoped
{
    public required Guid CaseId { get; set; }

    public required long Key { get; set; }

    public required DueKind Kind { get; set; }

    public required string Tenant { get; set; }

    /// <summary>For a clock: which mark.</summary>
    public ClockMark? Mark { get; set; }

    public required DateTimeOffset DueAt { get; set; }

    /// <summary>
    /// When a sweep may take it: the due time at first; the end of its lease once it was claimed; later when it was put off. One column, so that
    /// claimed rows leave the front of the index.
    /// </summary>
    public required DateTimeOffset VisibleAt { get; set; }

    public required int Attempts { get; set; }
}

internal sealed class DueRecordMapping : IEntityTypeConfiguration<DueRecord>
{
    public void Configure(EntityTypeBuilder<DueRecord> table)
    {
        table.ToTable("due_rows");
        table.HasKey(row => new { row.CaseId, row.Key, row.Kind });
        table.HasIndex(row => new { row.Tenant, row.VisibleAt });
    }
}
