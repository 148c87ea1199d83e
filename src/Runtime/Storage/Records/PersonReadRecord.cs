using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>One reading of personal data, or of a case that has some.</summary>
internal sealed class PersonReadRecord : ITenantScoped
{
    public required Guid Id { get; set; }

    public required string Tenant { get; set; }

    public required DateTimeOffset At { get; set; }

    public required string ReaderId { get; set; }

    public required string ReaderName { get; set; }

    public string? PersonId { get; set; }

    public Guid? CaseId { get; set; }

    public string? CaseNumber { get; set; }

    public required string Purpose { get; set; }
}

internal sealed class PersonReadRecordMapping : IEntityTypeConfiguration<PersonReadRecord>
{
    public void Configure(EntityTypeBuilder<PersonReadRecord> table)
    {
        table.ToTable("person_reads");
        table.HasKey(row => row.Id);
        table.HasIndex(row => new { row.Tenant, row.At, row.Id });
        table.HasIndex(row => new { row.Tenant, row.PersonId, row.At });
    }
}
