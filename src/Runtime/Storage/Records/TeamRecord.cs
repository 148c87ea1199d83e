using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A team of a unit.</summary>
internal sealed class TeamRecord : ITenantScoped
{
    public required string Tenant { get; set; }

    public required string UnitCode { get; set; }

    public required string Key { get; set; }

    public required string Name { get; set; }

    public string? NameEnglish { get; set; }
}

internal sealed class TeamRecordMapping : IEntityTypeConfiguration<TeamRecord>
{
    public void Configure(EntityTypeBuilder<TeamRecord> table)
    {
        table.ToTable("teams");
        table.HasKey(row => new { row.Tenant, row.UnitCode, row.Key });
    }
}
