using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>One entry of the tenant's category tree.</summary>
internal sealed class CategoryRecord : ITenantScoped
{
    public required string Tenant { get; set; }

    public required string Code { get; set; }

    public string? Parent { get; set; }

    public required string Name { get; set; }

    public string? NameEnglish { get; set; }

    public required int Order { get; set; }
}

internal sealed class CategoryRecordMapping : IEntityTypeConfiguration<CategoryRecord>
{
    public void Configure(EntityTypeBuilder<CategoryRecord> table)
    {
        table.ToTable("categories");
        table.HasKey(row => new { row.Tenant, row.Code });
    }
}
