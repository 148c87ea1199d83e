using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A link as one side records it: what the other case is to this one.</summary>
internal class CaseLinkRecord : ITenantScoped
{
    public required Guid CaseId { get; set; }

    public required Guid OtherCaseId { get; set; }

    public required string Role { get; set; }

    public required string Tenant { get; set; }

    public required DateTimeOffset At { get; set; }
}

internal sealed class CaseLinkRecordMapping : IEntityTypeConfiguration<CaseLinkRecord>
{
    public void Configure(EntityTypeBuilder<CaseLinkRecord> table)
    {
        table.ToTable("case_links");
        table.HasKey(row => new { row.CaseId, row.OtherCaseId, row.Role });
        table.HasIndex(row => new { row.OtherCaseId, row.Role });
    }
}
