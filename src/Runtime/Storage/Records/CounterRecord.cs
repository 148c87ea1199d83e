using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A named counter that hands out blocks of numbers.</summary>
internal sealed class CounterRecord : ITenantScoped
{
    public required string Tenant { get; set; }

    public required string Name { get; set; }

    /// <summary>The next number nobody has.</summary>
    public required long Next { get; set; }
}

internal sealed class CounterRecordMapping : IEntityTypeConfiguration<CounterRecord>
{
    public void Configure(EntityTypeBuilder<CounterRecord> table)
    {
        table.ToTable("counters");
        table.HasKey(row => new { row.Tenant, row.Name });
        table.Property(row => row.Next).IsConcurrencyToken();
    }
}
