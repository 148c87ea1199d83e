using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;

namespace CaseFlow.Runtime.Queries;

/// <param name="Text">
/// Found are: numbers and places that begin with it, cases of the person with that phone or name, and among the newest thousand cases of
/// the reader those whose title or place holds it.
/// </param>
public sealed record CaseFilter(string? Text = null, string? Kind = null, string? Flow = null, bool? Open = null, string? Unit = null, bool OverdueOnly = false);

public sealed record CaseRow(
    Guid CaseId, string Number, string? Title, string Kind, LocalText FlowName, LocalText? Stage, string Unit, string? Urgency,
    DateTimeOffset ReceivedAt, DateTimeOffset? Due, DateTimeOffset? ClosedAt, string? Closure)
{
    public LocalText? ClosureName { get; init; }

    /// <summary>It was closed long ago and lies in the archive.</summary>
    public bool Archived { get; init; }
}

/// <summary>All a case page shows. Personal data is masked here.</summary>
/// <param name="Facts">Case facts and variables in form order, for reading.</param>
/// <param name="Xml">The flow's BPMN, for the diagram.</param>
public sealed record CaseView(
    Guid CaseId, long Version, string Number, string? Title, string? Description, string Kind, LocalText FlowName, string FlowKey, int FlowVersion,
    string Status, LocalText? Closure, string Unit, LocalText UnitName, string Channel, string? Category, string? Urgency, string? Place,
    DateTimeOffset ReceivedAt, DateTimeOffset? ClosedAt, PersonView? Reporter,
    IReadOnlyList<StageView> Stages, IReadOnlyList<ClockView> Clocks, IReadOnlyList<TaskView> Tasks, IReadOnlyList<ActionView> Actions,
    IReadOnlyList<AdHocView> AdHocSteps, IReadOnlyList<DocumentView> Documents, IReadOnlyList<LinkView> Links, IReadOnlyList<EvaluationView> Evaluations,
    IReadOnlyList<IncidentView> Incidents, IReadOnlyList<FactView> Facts,
    string Xml, IReadOnlyList<string> LiveElements, IReadOnlyList<string> FinishedElements)
{
    /// <summary>It was closed long ago and lies in the archive.</summary>
    public bool Archived { get; init; }
}

/// <summary>What was typed or worked out, for reading: a form's label and the answer's label.</summary>
/// <param name="Key">The variable.</param>
public sealed record FactView(string Key, LocalText Label, LocalText Value);

/// <param name="Status">done, current or ahead.</param>
public sealed record StageView(string ElementId, LocalText Name, string Status, int Round);

/// <param name="Status">running, paused, met, breached-running or breached-met, stopped.</param>
public sealed record ClockView(long Key, string ClockId, LocalText Name, DateTimeOffset StartedAt, DateTimeOffset Due, string Status, DateTimeOffset? StoppedAt, bool Public);

/// <param name="MayDo">The reader may complete it now (or after claiming).</param>
/// <param name="WhyNot">When not: excluded, other-team, claimed, reporter; null otherwise.</param>
public sealed record TaskView(
    long TaskKey, string ElementId, LocalText Name, string? Team, LocalText? TeamUnit, string? Assignee, string? AssigneeName, DateTimeOffset CreatedAt, DateTimeOffset? Due,
    bool ForReporter, bool MayDo, string? WhyNot, FormDefinition? Form, IReadOnlyDictionary<string, string> Prefill)
{
    /// <summary>The reader may hand it to somebody else.</summary>
    public bool MayTransfer { get; init; }
}

public sealed record ActionView(long SubscriptionKey, long? TaskKey, LocalText Label, string Style, FormDefinition? Form);

public sealed record AdHocView(string ElementId, LocalText Name);

public sealed record DocumentView(Guid Id, string Name, string MediaType, long Size, string Sha256, bool Public, DateTimeOffset At, string ByName);

public sealed record LinkView(Guid CaseId, string Number, string? Title, string Role, LocalText FlowName, LocalText? Stage, DateTimeOffset? ClosedAt);

public sealed record EvaluationView(string By, string Of, int? Score, bool? Solved, string? Comment, DateTimeOffset At, string ByName);

public sealed record IncidentView(long Key, string ElementId, LocalText ElementName, string Code, string Message, DateTimeOffset At)
{
    /// <summary>Where the case can go on when the step is skipped; empty: there is no choice.</summary>
    public IReadOnlyList<IncidentWay> Ways { get; init; } = [];

    /// <summary>What the step reads.</summary>
    public IReadOnlyList<IncidentVariable> Variables { get; init; } = [];
}

/// <summary>A sequence flow that leaves the step.</summary>
/// <param name="To">The step that it leads to.</param>
public sealed record IncidentWay(string FlowId, LocalText? Name, LocalText To);

/// <param name="Value">As text; null: not set.</param>
public sealed record IncidentVariable(string Name, string? Value);

/// <summary>A reporter. <paramref name="Masked"/>: 王** and 138****0001.</summary>
public sealed record PersonView(string Id, string? Name, string? Phone, string? Address, bool Masked);

/// <summary>One event for a person to read: who, when, what, why; the page localises it by <paramref name="Type"/>.</summary>
/// <param name="What">Name of the element, task, stage or clock concerned, or null.</param>
/// <param name="Why">Ground, reason, condition, or the rules that fired.</param>
/// <param name="Payload">The event as stored, for the folded raw view.</param>
public sealed record TimelineRow(
    long Sequence, DateTimeOffset At, string ActorKind, string ActorName, string Cause, string Type, LocalText? What, string? Why,
    string Payload, string Hash);

public sealed record DocumentContent(string Name, string MediaType, byte[] Content);
