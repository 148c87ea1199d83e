using System.Collections.Immutable;
using CaseFlow.Engine.Clocks;

namespace CaseFlow.Engine.Simulation.Scenarios;

/// <summary>What a simulation is told of the world around a flow. What it doesn't say is assumed; the report lists it. docs/simulation.md describes the file.</summary>
public sealed record Scenario
{
    public static Scenario Empty { get; } = new();

    /// <summary>The first day; the simulation begins at its midnight, in the zone of the office's calendar.</summary>
    public DateOnly From { get; init; } = new(2026, 3, 2);

    public int Days { get; init; } = 90;

    /// <summary>Days at the beginning that are simulated but not counted.</summary>
    public int WarmUpDays { get; init; }

    /// <summary>No more cases arrive after that many; null: as many as come.</summary>
    public long? Cases { get; init; }

    public ImmutableArray<ArrivalPlan> Arrivals { get; init; } = [];

    /// <summary>People by team.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<StaffGroup>> Staff { get; init; } = Sorted<ImmutableArray<StaffGroup>>();

    /// <summary>By element id.</summary>
    public ImmutableSortedDictionary<string, StepPlan> Steps { get; init; } = Sorted<StepPlan>();

    /// <summary>By type of activity, for service tasks that <see cref="Steps"/> says nothing of.</summary>
    public ImmutableSortedDictionary<string, StepPlan> Activities { get; init; } = Sorted<StepPlan>();

    /// <summary>Codes that stand in for the directory: by source (<c>units</c>, <c>grids</c>, <c>teams</c>, <c>categories</c>).</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Directory { get; init; } = Sorted<ImmutableArray<string>>();

    /// <summary>Calendars beside those of the flow's folder.</summary>
    public ImmutableArray<WorkingCalendar> Calendars { get; init; } = [];

    public ScenarioDefaults Defaults { get; init; } = new();

    private static ImmutableSortedDictionary<string, T> Sorted<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
