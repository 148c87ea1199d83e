using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>What is left of a case that a retention rule deleted. Nothing of what the case told is in it.</summary>
internal sealed class DeletedCaseRecord : ITenantScoped
{
    public required Guid CaseId { get; set; }

    public required string Tenant { get; set; }

    public required string Number { get; set; }

    public required string Kind { get; set; }

    public required string FlowKey { get; set; }

    public required DateTimeOffset ClosedAt { get; set; }

    /// <summary>Sequence number of its last event.</summary>
    public required long Version { get; set; }

    /// <summary>Hash of its last event: seals that hold it still verify.</summary>
    public required byte[] HeadHash { get; set; }

    public required DateTimeOffset DeletedAt { get; set; }

    /// <summary>Name of the rule.</summary>
    public required string Rule { get; set; }

    /// <summary>The rule as it read then.</summary>
    public required string RuleText { get; set; }

    /// <summary>Name of the file that the case was exported to, in the folder of exports.</summary>
    public required string ExportFile { get; set; }
}

internal sealed class DeletedCaseRecordMapping : IEntityTypeConfiguration<DeletedCaseRecord>
{
    public void Configure(EntityTypeBuilder<DeletedCaseRecord> table)
    {
        table.ToTable("deleted_cases");
        table.HasKey(row => row.CaseId);
        table.HasIndex(row => new { row.Tenant, row.Number }).IsUnique();
        table.HasIndex(row => new { row.Tenant, row.DeletedAt, row.CaseId });
    }
}
