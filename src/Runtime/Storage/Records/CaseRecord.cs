using CaseFlow.Engine.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>One case as lists and its page find it; the state itself is <see cref="Snapshot"/>.</summary>
internal class CaseRecord : ICaseScoped
{
    public required Guid Id { get; set; }

    public required string Tenant { get; set; }

    /// <summary>The public number, unique in the tenant.</summary>
    public required string Number { get; set; }

    public required string UnitCode { get; set; }

    /// <summary>Codes from the root down, each followed by a slash: <c>d1/s2/c5/</c>.</summary>
    public required string UnitPath { get; set; }

    public required string FlowKey { get; set; }

    public required int FlowVersion { get; set; }

    public required string Kind { get; set; }

    public required CaseStatus Status { get; set; }

    public string? Closure { get; set; }

    public string? Title { get; set; }

    public string? Description { get; set; }

    public string? Category { get; set; }

    public string? Urgency { get; set; }

    public string? Place { get; set; }

    public string? GridCode { get; set; }

    /// <summary>Id in the person register; never a name.</summary>
    public string? ReporterId { get; set; }

    public required string Channel { get; set; }

    public string? ExternalSource { get; set; }

    public string? ExternalId { get; set; }

    public required DateTimeOffset ReceivedAt { get; set; }

    public required DateTimeOffset StartedAt { get; set; }

    /// <summary>When a step last changed it, or brought it back from the archive.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Due time of the earliest clock that still runs.</summary>
    public DateTimeOffset? Due { get; set; }

    /// <summary>Element id of the current stage.</summary>
    public string? Stage { get; set; }

    /// <summary>Sequence number of the last event: what a commit is checked against.</summary>
    public required long Version { get; set; }

    public required byte[] Snapshot { get; set; }

    /// <summary>Hash of the last event.</summary>
    public required byte[] HeadHash { get; set; }

    public byte[]? FollowCodeHash { get; set; }
}

internal sealed class CaseRecordMapping : IEntityTypeConfiguration<CaseRecord>
{
    public void Configure(EntityTypeBuilder<CaseRecord> table)
    {
        table.ToTable("cases");
        table.HasKey(row => row.Id);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasIndex(row => new { row.Tenant, row.Number }).IsUnique();
        table.HasIndex(row => new { row.Tenant, row.ExternalSource, row.ExternalId }).IsUnique().HasFilter("external_id IS NOT NULL");
        table.HasIndex(row => new { row.Tenant, row.UnitPath, row.ReceivedAt, row.Id });
        table.HasIndex(row => new { row.Tenant, row.ReceivedAt, row.Id });
        table.HasIndex(row => new { row.Tenant, row.Status, row.Due, row.Id });
        table.HasIndex(row => new { row.Tenant, row.UnitPath, row.Status, row.Due, row.Id }).HasFilter("status = 'Active'");
        table.HasIndex(row => new { row.Tenant, row.FlowKey, row.FlowVersion, row.Status, row.Id });
        table.HasIndex(row => new { row.Tenant, row.ReporterId, row.ReceivedAt }).HasFilter("reporter_id IS NOT NULL");
        table.HasIndex(row => new { row.Tenant, row.Place, row.ReceivedAt, row.Id }).HasFilter("place IS NOT NULL");
        table.HasIndex(row => new { row.ClosedAt, row.Id }).HasFilter("closed_at IS NOT NULL");
    }
}
