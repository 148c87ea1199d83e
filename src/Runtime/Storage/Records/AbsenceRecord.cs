using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A user's absence and who acts for them meanwhile.</summary>
internal sealed class AbsenceRecord : ITenantScoped
{
    public required Guid Id { get; set; }

    public required string Tenant { get; set; }

    public required string UserId { get; set; }

    public string? SubstituteId { get; set; }

    public required DateTimeOffset From { get; set; }

    public required DateTimeOffset To { get; set; }

    public string? Reason { get; set; }
}

internal sealed class AbsenceRecordMapping : IEntityTypeConfiguration<AbsenceRecord>
{
    public void Configure(EntityTypeBuilder<AbsenceRecord> table)
    {
        table.ToTable("absences");
        table.HasKey(row => row.Id);
        table.HasIndex(row => new { row.Tenant, row.UserId, row.To });
        table.HasIndex(row => new { row.Tenant, row.SubstituteId, row.To });
    }
}
