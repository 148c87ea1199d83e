using System.Collections.Immutable;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Model;

/// <summary>A variable mapping: the source's value under the target's name.</summary>
public sealed record Mapping(Expression Source, string Target);

/// <summary>What a user or manual task asks of people.</summary>
/// <param name="Not">Ids of tasks whose performers may not do this one.</param>
/// <param name="Due">The task's own due time; null: that of the earliest clock it stops.</param>
public sealed record UserTaskDefinition(
    string? Team, Expression? Unit, Expression? Assignee, ImmutableArray<string> Not, TaskAudience Audience, string? Form,
    DueDefinition? Due, EvaluationDefinition? Evaluation);

/// <param name="Rule">One of <see cref="Clocks.DueRules.Names"/>.</param>
/// <param name="Amount">In units of the rule.</param>
public sealed record DueDefinition(string Rule, Expression Amount, string? Calendar);

/// <param name="By">reporter, executor or station.</param>
/// <param name="Of">outcome, request or partner.</param>
public sealed record EvaluationDefinition(string By, string Of);

/// <summary>What a service or send task does outside the step.</summary>
/// <param name="Backoff">ISO 8601 duration between attempts.</param>
public sealed record ActivityDefinition(string Type, int Retries, string Backoff, ImmutableArray<KeyValuePair<string, Expression>> Settings);

/// <summary>A call activity's target.</summary>
/// <param name="Flow">The version found at publication; with <see cref="CallBinding.Latest"/> what is called when nothing newer is known.</param>
/// <param name="VersionTag">With <see cref="CallBinding.VersionTag"/>.</param>
public sealed record CallDefinition(FlowRef Flow, string Process, CallBinding Binding = CallBinding.Pinned, string? VersionTag = null);

/// <param name="Sequential">At most one step at a time.</param>
/// <param name="Completion">Asked when a step ends and when a variable changes; null: complete when no step is left running.</param>
public sealed record AdHocDefinition(bool Sequential, Expression? Completion, bool CancelRemaining);

/// <summary>How an activity repeats.</summary>
/// <param name="Collection">One instance an item.</param>
/// <param name="Cardinality">Number of instances, when there is no collection.</param>
/// <param name="Completion">Asked after each instance; true ends the others.</param>
/// <param name="Condition">Standard loop: goes on while it holds.</param>
/// <param name="Maximum">Standard loop: most rounds.</param>
public sealed record LoopDefinition(
    LoopKind Kind, Expression? Collection, string? ItemVariable, Expression? Cardinality, Expression? Completion,
    string? OutputVariable, Expression? OutputElement, Expression? Condition = null, bool TestBefore = false, int? Maximum = null);

public enum LoopKind
{
    Parallel,
    Sequential,
    Standard,
}

/// <param name="Command">start, stop, pause, resume or extend.</param>
public sealed record ClockCommandDefinition(string Clock, string Command, Expression? Amount, Expression? Reason);

/// <summary>A promise of a process.</summary>
/// <param name="Start">Id of the element whose entry starts it; null: the case's start.</param>
/// <param name="Stop">Id of the element whose completion meets it; null: the case's end.</param>
/// <param name="WarnAt">Per cent of the time at which people are reminded.</param>
/// <param name="EscalateAt">Per cent of the time at which <paramref name="EscalateTo"/> is told.</param>
public sealed record ClockDefinition(
    string Id, LocalText Name, string? Start, string? Stop, string Rule, Expression Amount, string? Calendar,
    int WarnAt, int EscalateAt, string EscalateTo, bool Public);
