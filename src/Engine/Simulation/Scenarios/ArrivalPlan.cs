using System.Collections.Immutable;

namespace CaseFlow.Engine.Simulation.Scenarios;

/// <summary>How cases come in by one start event.</summary>
/// <param name="Start">A start event's id; null: the main process's none start.</param>
/// <param name="PerDay">Mean number on a day, or on a working day when <paramref name="WorkingDays"/>; they come independently of each other (Poisson).</param>
/// <param name="WorkingDays">They come only on working days, and in opening hours unless <paramref name="Hours"/> says otherwise.</param>
/// <param name="Hours">24 weights, one an hour of the day from midnight; empty: all alike.</param>
/// <param name="Weekdays">7 weights from Monday; empty: all alike.</param>
/// <param name="Every">Seconds between one arrival and the next, in place of <paramref name="PerDay"/>.</param>
public sealed record ArrivalPlan(
    string? Start, double PerDay, bool WorkingDays, ImmutableArray<double> Hours, ImmutableArray<double> Weekdays, Distribution? Every = null)
{
    public static ArrivalPlan Daily(double perDay) => new(null, perDay, false, [], []);
}
