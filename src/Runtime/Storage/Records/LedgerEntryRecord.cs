using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A case's head as a seal found it.</summary>
internal sealed class LedgerEntryRecord
{
    public required long Seal { get; set; }

    public required Guid CaseId { get; set; }

    public required long Version { get; set; }

    public required byte[] HeadHash { get; set; }
}

internal sealed class LedgerEntryRecordMapping : IEntityTypeConfiguration<LedgerEntryRecord>
{
    public void Configure(EntityTypeBuilder<LedgerEntryRecord> table)
    {
        table.ToTable("ledger_entries");
        table.HasKey(row => new { row.Seal, row.CaseId });
        table.HasIndex(row => row.CaseId);
    }
}
