using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A unit: district, street, community or grid.</summary>
internal sealed class UnitRecord : ITenantScoped
{
    public required string Tenant { get; set; }

    public required string Code { get; set; }

    public string? Parent { get; set; }

    /// <summary>Codes from the root down to this unit, each followed by a slash.</summary>
    public required string Path { get; set; }

    public required string Kind { get; set; }

    public required string Name { get; set; }

    public string? NameEnglish { get; set; }
}

internal sealed class UnitRecordMapping : IEntityTypeConfiguration<UnitRecord>
{
    public void Configure(EntityTypeBuilder<UnitRecord> table)
    {
        table.ToTable("units");
        table.HasKey(row => new { row.Tenant, row.Code });
        table.HasIndex(row => new { row.Tenant, row.Path }).IsUnique();
    }
}
