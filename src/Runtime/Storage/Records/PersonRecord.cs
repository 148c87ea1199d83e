using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>The person register: the one place for a resident's name, phone and address.</summary>
internal sealed class PersonRecord : ITenantScoped
{
    public required string Id { get; set; }

    public required string Tenant { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? Address { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>Set when name, phone and address were erased on request.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>The retention rule that erased them; null: erased on request, or not at all.</summary>
    public string? ErasedBy { get; set; }
}

internal sealed class PersonRecordMapping : IEntityTypeConfiguration<PersonRecord>
{
    public void Configure(EntityTypeBuilder<PersonRecord> table)
    {
        table.ToTable("people");
        table.HasKey(row => row.Id);
        table.HasIndex(row => new { row.Tenant, row.Phone });
        table.HasIndex(row => new { row.Tenant, row.Name });
        table.HasIndex(row => new { row.Tenant, row.CreatedAt, row.Id }).HasFilter("erased_at IS NULL");
    }
}
