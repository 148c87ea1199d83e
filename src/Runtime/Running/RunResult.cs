using System.Collections.Immutable;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.State;

namespace CaseFlow.Runtime.Running;

/// <summary>What came of a command.</summary>
public abstract record RunResult
{
    private protected RunResult()
    {
    }
}

/// <summary>Done and durable.</summary>
public sealed record Ran(CaseState State, ImmutableArray<CaseEvent> Events) : RunResult;

/// <summary>Nothing was written.</summary>
/// <param name="Code">
/// The engine's rejection code, or <c>not-found</c>, <c>duplicate</c> (number, external id or message id is taken),
/// <c>busy</c> (other nodes were faster each time: try again), <c>storage-unavailable</c> (the database can't be reached or can't write: try again later; the
/// message says so when it isn't known whether the step was stored), <c>case-stopped</c> (a fault of ours, logged; other cases go on).
/// </param>
public sealed record NotRun(string Code, string Message) : RunResult
{
    /// <summary>The case did not refuse: the same may go well later.</summary>
    public bool MayPass => Code is "busy" or "storage-unavailable" or "case-stopped";
}
