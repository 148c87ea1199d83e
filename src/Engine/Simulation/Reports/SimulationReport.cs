using System.Collections.Immutable;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Simulation.Reports;

/// <summary>What a run showed. All durations are in seconds of real time, nights and holidays included, unless said otherwise.</summary>
/// <param name="CountedDays">Days that were counted: all but the warm-up.</param>
/// <param name="Commands">Commands the interpreter carried out, those of the warm-up included.</param>
public sealed record SimulationReport(
    FlowRef Flow, LocalText Name, long Seed, DateOnly From, int Days, int CountedDays, long Commands, CaseCounts Cases, ImmutableArray<CountOf> Closures,
    Spread ToClose, ImmutableArray<StepReport> Steps, ImmutableArray<ReplyReport> Replies, ImmutableArray<ClockReport> Clocks, ImmutableArray<TeamReport> Teams,
    ImmutableArray<FaultReport> Incidents, ImmutableArray<FaultReport> Refused, ImmutableArray<string> Assumptions)
{
    /// <summary>The team whose people had the least time left; null: nobody worked.</summary>
    public TeamReport? Busiest => Teams.Where(team => team.Utilisation > 0).MaxBy(team => team.Utilisation);
}

/// <param name="Open">Not closed on the last day.</param>
/// <param name="ClosedPerDay">Throughput.</param>
public sealed record CaseCounts(long Arrived, long Closed, int Open, double ArrivedPerDay, double ClosedPerDay);

/// <param name="Id">A closure type's id; empty: the case ended without one.</param>
public sealed record CountOf(string Id, LocalText? Name, long Count);

/// <summary>Of durations in seconds; null where there were none.</summary>
public sealed record Spread(long Count, double? Mean, double? P50, double? P90, double? Max);

/// <summary>A step that the staff do.</summary>
/// <param name="QueueMean">Mean number of tasks that nobody had begun yet, over the time counted.</param>
/// <param name="Wait">From a task's opening until somebody began it.</param>
/// <param name="Work">From its beginning to its end.</param>
public sealed record StepReport(string Id, LocalText? Name, string Team, long Entered, long Done, double QueueMean, int QueueMax, int QueueAtEnd, Spread Wait, Spread Work);

/// <summary>A resident's task, a button, a message or an activity: how often it could have been answered, and was.</summary>
/// <param name="Kind"><c>resident</c>, <c>action</c>, <c>message</c> or <c>activity</c>.</param>
public sealed record ReplyReport(string Kind, string Id, LocalText? Name, long Offered, long Answered);

/// <param name="Running">Neither stopped nor due yet on the last day.</param>
/// <param name="BreachRate">Of those that were kept or breached; null when there were none.</param>
public sealed record ClockReport(string Id, LocalText? Name, long Started, long Kept, long Breached, long Running, double? BreachRate);

/// <param name="Utilisation">Time worked on tasks, of the working time of its people; null when they had none.</param>
/// <param name="Waiting">Tasks that wait for it on the last day.</param>
public sealed record TeamReport(string Id, int People, long Done, double? Utilisation, double WorkedHours, int Waiting);

/// <param name="Message">Of the first one; null for incidents.</param>
public sealed record FaultReport(string ElementId, string Code, long Count, string? Message = null);
