using System.Collections.Immutable;
using CaseFlow.Engine.Decisions;
using CaseFlow.Engine.Forms;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Model;

/// <summary>One published flow version: its processes, tables and forms, compiled once and never changed.</summary>
public sealed record FlowPackage
{
    public required FlowRef Ref { get; init; }

    /// <summary>Compiled processes by id.</summary>
    public required ImmutableDictionary<string, Process> Processes { get; init; }

    /// <summary>One for each DMN file, in the order of their names, but imported ones before those that import them.</summary>
    public required ImmutableArray<DecisionModel> Decisions { get; init; }

    /// <summary>Every way a case of this flow can start.</summary>
    public required ImmutableArray<StartInfo> Starts { get; init; }

    /// <summary>The process the flow is named after: the first executable one.</summary>
    public required string MainProcess { get; init; }

    /// <summary>The tag by which callers may ask for this version; null: none.</summary>
    public string? VersionTag { get; init; }

    /// <summary>What a person reads of the main process.</summary>
    public required LocalText Name { get; init; }

    public required Catalogue? Catalogue { get; init; }

    /// <summary>Stages of the main process in their order.</summary>
    public required ImmutableArray<StageInfo> Stages { get; init; }

    public required ImmutableArray<ClockInfo> Clocks { get; init; }

    public required ImmutableArray<ClosureInfo> Closures { get; init; }

    /// <summary>By key.</summary>
    public required ImmutableDictionary<string, FormDefinition> Forms { get; init; }

    /// <summary>Names, in both languages, of every element, by id.</summary>
    public required ImmutableDictionary<string, LocalText> ElementNames { get; init; }

    /// <summary>Case actions by the id of their event.</summary>
    public required ImmutableDictionary<string, ActionInfo> Actions { get; init; }

    /// <summary>The start form's key, when the none start event has one.</summary>
    public required string? StartForm { get; init; }

    /// <summary>The table that has the decision, by its id or name; null: none has.</summary>
    public DecisionModel? DecisionModelOf(string decision) =>
        Decisions.FirstOrDefault(model => model.Decisions.Any(known => known.Id == decision || known.Name == decision));
}

/// <summary>Text in the flow's own language and, when it was given, in English.</summary>
public sealed record LocalText(string Text, string? English = null)
{
    public string In(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English ?? Text : Text;
}

/// <summary>The flow's place on the residents' first page.</summary>
public sealed record Catalogue(string Kind, bool Public, int Order, LocalText? Description);

public sealed record StageInfo(string ElementId, int Order, LocalText Name);

/// <param name="Public">Shown to the resident as a promise.</param>
public sealed record ClockInfo(string Id, LocalText Name, string Rule, string? Calendar, bool Public, string EscalateTo);

public sealed record ClosureInfo(string Id, LocalText Name);

/// <summary>A message that a person may send to the case now: a button.</summary>
/// <param name="Teams">Teams that may press it; empty: whoever works on the case.</param>
public sealed record ActionInfo(
    string ElementId, string Message, LocalText Label, ImmutableArray<string> Teams, string? Form, string Style, TaskAudience Audience);

/// <summary>A start event of a process, but a conditional one, which only a start with variables can use. A none start has neither message, signal nor timer.</summary>
/// <param name="Timer">See <see cref="Execution.StartTimers"/> for when it fires.</param>
public sealed record StartInfo(string Process, string ElementId, string? Message, string? Signal, TimerDefinition? Timer, string? Form);
