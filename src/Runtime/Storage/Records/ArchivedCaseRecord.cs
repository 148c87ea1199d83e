using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A case that was closed long ago: the same row in a table that no daily work reads.</summary>
internal sealed class ArchivedCaseRecord : CaseRecord;

internal sealed class ArchivedCaseRecordMapping : IEntityTypeConfiguration<ArchivedCaseRecord>
{
    public void Configure(EntityTypeBuilder<ArchivedCaseRecord> table)
    {
        // Not a kind of the other entity: a table of its own, with the same columns by construction.
        table.HasBaseType((Type?)null);
        table.ToTable("archived_cases");
        table.HasKey(row => row.Id);
        table.HasIndex(row => new { row.Tenant, row.Number }).IsUnique();
        table.HasIndex(row => new { row.Tenant, row.ExternalSource, row.ExternalId }).IsUnique().HasFilter("external_id IS NOT NULL");
        table.HasIndex(row => new { row.Tenant, row.UnitPath, row.ReceivedAt, row.Id });
        table.HasIndex(row => new { row.Tenant, row.ReceivedAt, row.Id });
        table.HasIndex(row => new { row.Tenant, row.Kind, row.ClosedAt, row.Id });
        table.HasIndex(row => new { row.Tenant, row.ReporterId, row.ReceivedAt }).HasFilter("reporter_id IS NOT NULL");
        table.HasIndex(row => new { row.Tenant, row.Place, row.ReceivedAt, row.Id }).HasFilter("place IS NOT NULL");
    }
}
