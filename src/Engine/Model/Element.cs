using System.Collections.Immutable;

namespace CaseFlow.Engine.Model;

/// <summary>
/// One element of a compiled process: what it is. What it does is its kind's behaviour. Links are indexes into
/// <see cref="Process.Elements"/> and <see cref="Process.Flows"/>. Index 0 is the process itself.
/// </summary>
public sealed record Element
{
    public required int Index { get; init; }

    public required string Id { get; init; }

    public required ElementKind Kind { get; init; }

    public LocalText? Name { get; init; }

    /// <summary>1-based line in the file, 0 when unknown.</summary>
    public int Line { get; init; }

    /// <summary>The scope it stands in; -1 for the process.</summary>
    public int Parent { get; init; } = -1;

    public ImmutableArray<int> Incoming { get; init; } = [];

    public ImmutableArray<int> Outgoing { get; init; } = [];

    /// <summary>The flow taken when no condition holds; -1: none.</summary>
    public int DefaultFlow { get; init; } = -1;

    /// <summary>Elements directly within this scope.</summary>
    public ImmutableArray<int> Children { get; init; } = [];

    /// <summary>What runs when this scope is entered without a trigger: its none start event, or whatever no flow leads to.</summary>
    public ImmutableArray<int> Entries { get; init; } = [];

    /// <summary>Start events of the event subprocesses directly within this scope.</summary>
    public ImmutableArray<int> EventStarts { get; init; } = [];

    /// <summary>Boundary events on this activity.</summary>
    public ImmutableArray<int> Boundaries { get; init; } = [];

    /// <summary>The activity this boundary event stands on; -1: none.</summary>
    public int AttachedTo { get; init; } = -1;

    /// <summary>The activity that undoes this one, reached through a compensation boundary event; -1: none.</summary>
    public int Compensation { get; init; } = -1;

    /// <summary>True for an activity that only compensation runs.</summary>
    public bool IsForCompensation { get; init; }

    /// <summary>Boundary events and start events of event subprocesses: whether they end what they interrupt.</summary>
    public bool Interrupting { get; init; } = true;

    public EventDefinition? Event { get; init; }

    public UserTaskDefinition? UserTask { get; init; }

    public ActivityDefinition? Activity { get; init; }

    public Expression? Script { get; init; }

    /// <summary>Id or name of the decision of a business rule task.</summary>
    public string? Decision { get; init; }

    /// <summary>Variable that takes the answer; null: the answer's own names.</summary>
    public string? ResultVariable { get; init; }

    public CallDefinition? Call { get; init; }

    public AdHocDefinition? AdHoc { get; init; }

    public LoopDefinition? Loop { get; init; }

    public ImmutableArray<Mapping> Inputs { get; init; } = [];

    public ImmutableArray<Mapping> Outputs { get; init; } = [];

    /// <summary>Data objects of the scope: variables of its own, null at first.</summary>
    public ImmutableArray<string> DataObjects { get; init; } = [];

    /// <summary>Those of them that have a type.</summary>
    internal ImmutableArray<DataField> DataFields { get; init; } = [];

    /// <summary>The start event's form, or the case action's.</summary>
    public string? Form { get; init; }

    public ActionInfo? Action { get; init; }

    /// <summary>Set when the scope is a stage that people see.</summary>
    public int? StageOrder { get; init; }

    public ImmutableArray<ClockCommandDefinition> ClockCommands { get; init; } = [];

    /// <summary>Clocks that start when this element is entered: indexes into <see cref="Process.Clocks"/>.</summary>
    public ImmutableArray<int> StartsClocks { get; init; } = [];

    /// <summary>Clocks that are met when this element completes.</summary>
    public ImmutableArray<int> StopsClocks { get; init; } = [];

    /// <summary>What the step is in the closed loop.</summary>
    public LoopSteps LoopSteps { get; init; }

    /// <summary>The closure type this end event gives the case.</summary>
    public string? Closure { get; init; }
}
