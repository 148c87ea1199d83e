using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>One link of the ledger chain: it seals the heads of the cases that changed since the seal before it.</summary>
internal sealed class LedgerSealRecord
{
    public required long Number { get; set; }

    public required DateTimeOffset At { get; set; }

    public required long Entries { get; set; }

    /// <summary>Hash over the seal's entries in case order.</summary>
    public required byte[] EntriesHash { get; set; }

    public required byte[] PreviousHash { get; set; }

    /// <summary>Hash over number, time, entry count, entries and the previous hash.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>How far the feed was sealed.</summary>
    public required long ThroughTransaction { get; set; }

    public required long ThroughPosition { get; set; }
}

internal sealed class LedgerSealRecordMapping : IEntityTypeConfiguration<LedgerSealRecord>
{
    public void Configure(EntityTypeBuilder<LedgerSealRecord> table)
    {
        table.ToTable("ledger_seals");
        table.HasKey(row => row.Number);
        table.Property(row => row.Number).ValueGeneratedNever();
    }
}
