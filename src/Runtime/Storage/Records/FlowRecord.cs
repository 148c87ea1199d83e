using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A flow of a tenant and its place in the catalogue, as of its newest version.</summary>
internal sealed class FlowRecord : ITenantScoped
{
    public required string Tenant { get; set; }

    public required string Key { get; set; }

    public required string Name { get; set; }

    public string? NameEnglish { get; set; }

    public string? Kind { get; set; }

    public required bool Public { get; set; }

    public required int Order { get; set; }

    public required int LatestVersion { get; set; }
}

internal sealed class FlowRecordMapping : IEntityTypeConfiguration<FlowRecord>
{
    public void Configure(EntityTypeBuilder<FlowRecord> table)
    {
        table.ToTable("flows");
        table.HasKey(row => new { row.Tenant, row.Key });
    }
}
