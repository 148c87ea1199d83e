using System.Linq.Expressions;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Storage.Records;

namespace CaseFlow.Runtime.Queries;

/// <summary>The columns of a case that lists read: never its snapshot.</summary>
internal sealed record CaseListRow
{
    public static Expression<Func<CaseRecord, CaseListRow>> Of(bool archived) => row => new CaseListRow
    {
        Id = row.Id,
        Number = row.Number,
        Title = row.Title,
        Kind = row.Kind,
        FlowKey = row.FlowKey,
        FlowVersion = row.FlowVersion,
        Stage = row.Stage,
        UnitCode = row.UnitCode,
        Urgency = row.Urgency,
        ReceivedAt = row.ReceivedAt,
        Due = row.Due,
        ClosedAt = row.ClosedAt,
        Closure = row.Closure,
        Open = row.Status == CaseStatus.Active,
        UnitPath = row.UnitPath,
        Place = row.Place,
        ReporterId = row.ReporterId,
        Archived = archived,
    };

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public string? Title { get; init; }

    public required string Kind { get; init; }

    public required string FlowKey { get; init; }

    public required int FlowVersion { get; init; }

    public string? Stage { get; init; }

    public required string UnitCode { get; init; }

    public string? Urgency { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? Due { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public string? Closure { get; init; }

    public required bool Open { get; init; }

    public required string UnitPath { get; init; }

    public string? Place { get; init; }

    public string? ReporterId { get; init; }

    public required bool Archived { get; init; }
}
