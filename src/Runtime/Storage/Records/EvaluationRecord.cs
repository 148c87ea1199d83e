using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>One side's evaluation, as given. Never edited.</summary>
internal class EvaluationRecord : ICaseScoped
{
    public required Guid CaseId { get; set; }

    public required long Sequence { get; set; }

    public required string Tenant { get; set; }

    public required string UnitCode { get; set; }

    public required string UnitPath { get; set; }

    public required string FlowKey { get; set; }

    public required string Kind { get; set; }

    public required string ElementId { get; set; }

    public required string By { get; set; }

    public required string Of { get; set; }

    public int? Score { get; set; }

    public bool? Solved { get; set; }

    public string? Comment { get; set; }

    public required DateTimeOffset At { get; set; }

    public required string ActorId { get; set; }
}

internal sealed class EvaluationRecordMapping : IEntityTypeConfiguration<EvaluationRecord>
{
    public void Configure(EntityTypeBuilder<EvaluationRecord> table)
    {
        table.ToTable("evaluations");
        table.HasKey(row => new { row.CaseId, row.Sequence });
        table.HasIndex(row => new { row.Tenant, row.UnitPath, row.At });
    }
}
