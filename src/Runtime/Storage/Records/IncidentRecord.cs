using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>An open incident.</summary>
internal sealed class IncidentRecord : ICaseScoped
{
    public required Guid CaseId { get; set; }

    public required long Key { get; set; }

    public required string Tenant { get; set; }

    public required string UnitCode { get; set; }

    public required string UnitPath { get; set; }

    public required string CaseNumber { get; set; }

    public required string FlowKey { get; set; }

    public required int FlowVersion { get; set; }

    public required string ElementId { get; set; }

    public required string Code { get; set; }

    public required string Message { get; set; }

    public required DateTimeOffset At { get; set; }
}

internal sealed class IncidentRecordMapping : IEntityTypeConfiguration<IncidentRecord>
{
    public void Configure(EntityTypeBuilder<IncidentRecord> table)
    {
        table.ToTable("incidents");
        table.HasKey(row => new { row.CaseId, row.Key });
        table.HasIndex(row => new { row.Tenant, row.UnitPath, row.At });
    }
}
