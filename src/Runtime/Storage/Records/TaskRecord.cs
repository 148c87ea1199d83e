using CaseFlow.Engine.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>An open task. The row goes when the task does.</summary>
internal sealed class TaskRecord : ICaseScoped
{
    public required Guid CaseId { get; set; }

    public required long TaskKey { get; set; }

    public required string Tenant { get; set; }

    /// <summary>Unit of the team it belongs to: the nearest at or above the case's unit that has the team.</summary>
    public required string UnitCode { get; set; }

    public required string UnitPath { get; set; }

    public string? Team { get; set; }

    public string? Assignee { get; set; }

    /// <summary>Ids of users who may not do it, between commas: <c>,u1,u2,</c>; null for none.</summary>
    public string? Excluded { get; set; }

    public required string ElementId { get; set; }

    public string? Stage { get; set; }

    public required string FlowKey { get; set; }

    public required int FlowVersion { get; set; }

    public string? Form { get; set; }

    public required TaskAudience Audience { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? Due { get; set; }

    public required string CaseNumber { get; set; }

    public string? Title { get; set; }

    public required string Kind { get; set; }

    public string? Urgency { get; set; }

    public string? Place { get; set; }

    /// <summary>What lists sort by: <see cref="Due"/>, or a far future when there is none, so that keyset paging needs no null case.</summary>
    public required DateTimeOffset SortDue { get; set; }
}

internal sealed class TaskRecordMapping : IEntityTypeConfiguration<TaskRecord>
{
    public void Configure(EntityTypeBuilder<TaskRecord> table)
    {
        table.ToTable("tasks");
        table.HasKey(row => new { row.CaseId, row.TaskKey });
        table.HasIndex(row => new { row.Tenant, row.Assignee, row.SortDue, row.CaseId, row.TaskKey });
        table.HasIndex(row => new { row.Tenant, row.UnitCode, row.Team, row.Assignee, row.SortDue, row.CaseId, row.TaskKey });
        table.HasIndex(row => new { row.Tenant, row.UnitPath, row.SortDue, row.CaseId, row.TaskKey });
        table.HasIndex(row => new { row.Tenant, row.SortDue, row.CaseId, row.TaskKey });
    }
}
