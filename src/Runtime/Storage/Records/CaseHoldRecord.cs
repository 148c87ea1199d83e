using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A legal hold: a case that no retention rule may delete, say while it is under appeal.</summary>
internal sealed class CaseHoldRecord : ITenantScoped
{
    public required Guid CaseId { get; set; }

    public required string Tenant { get; set; }

    public required string Number { get; set; }

    public required string Reason { get; set; }

    /// <summary>Who put it on hold.</summary>
    public required string ActorId { get; set; }

    public required DateTimeOffset At { get; set; }
}

internal sealed class CaseHoldRecordMapping : IEntityTypeConfiguration<CaseHoldRecord>
{
    public void Configure(EntityTypeBuilder<CaseHoldRecord> table)
    {
        table.ToTable("case_holds");
        table.HasKey(row => row.CaseId);
        table.HasIndex(row => new { row.Tenant, row.Number });
    }
}
