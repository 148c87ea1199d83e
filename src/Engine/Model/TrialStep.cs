using System.Collections.Immutable;

namespace CaseFlow.Engine.Model;

/// <summary>
/// One step of a trial run: what somebody does, or what happens, to a case of the flow, and where the case then stands.
/// The steps of a <see cref="Problem"/> begin with the case's start and end where the problem shows; each can be played on the drawing.
/// </summary>
/// <param name="ElementId">The element it happens at: the start event, the task, the event, the optional step.</param>
/// <param name="Detail">The error code, or the name of the message or signal; null for other kinds.</param>
/// <param name="Taken">Ids of the sequence flows taken in the step, in their order; one may be taken more than once.</param>
/// <param name="Chosen">Those of them that conditions chose.</param>
/// <param name="Live">Ids of the elements that are live after the step, scopes too.</param>
/// <param name="Waiting">Ids of the sequence flows on which a token waits before a join after the step.</param>
public sealed record TrialStep(
    TrialStepKind Kind, string ElementId, string? Detail, ImmutableArray<string> Taken, ImmutableArray<string> Chosen,
    ImmutableArray<string> Live, ImmutableArray<string> Waiting);

public enum TrialStepKind
{
    /// <summary>The case starts.</summary>
    Start,

    /// <summary>A person completes a task.</summary>
    Complete,

    /// <summary>An activity or a called flow has done its work.</summary>
    Job,

    /// <summary>An activity or a called flow ends in a BPMN error.</summary>
    Error,

    Message,
    Signal,
    Timer,

    /// <summary>A condition that is waited for becomes true.</summary>
    Condition,

    /// <summary>A person starts an optional step of an ad-hoc subprocess.</summary>
    AdHoc,
}
