using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Cases;

/// <summary>What happened to a clock since it started: its pauses and extensions, in their order.</summary>
internal sealed class ClockPast
{
    private readonly List<Change> _changes = [];

    public ClockPast(ClockState clock, IEnumerable<PastClockEvent> past)
    {
        var amount = clock.Amount;
        DateTimeOffset? pausedAt = null;
        foreach (var (at, @event) in past)
        {
            if (@event is ClockStarted started && started.Clock.Key == clock.Key) amount = started.Clock.Amount;
            if (@event is not ClockChanged changed || changed.ClockKey != clock.Key) continue;
            if (changed.How == "pause") pausedAt = at;
            else if (changed.How == "resume" && pausedAt is { } from) _changes.Add(new Change(from, at, 0));
            else if (changed.How == "extend") _changes.Add(new Change(at, at, changed.Clock.Amount - amount));
            amount = changed.Clock.Amount;
        }
    }

    /// <summary>By how much people put it off, in units of the rule.</summary>
    public decimal Extended => _changes.Sum(change => change.Amount);

    /// <param name="clock">With the rule and the whole amount, extensions counted in, by which it is counted.</param>
    /// <exception cref="ModelFault">The amount leads to no due time.</exception>
    public DateTimeOffset Due(WorkingCalendar calendar, ClockState clock)
    {
        var rule = Timers.Rule(clock.Rule);
        var due = ClockRules.At(DueTime.After(calendar, clock.StartedAt, rule, clock.Amount - Extended), clock.ClockId);
        foreach (var change in _changes)
            due = ClockRules.At(change.Amount == 0 ? DueChanges.AfterPause(calendar, rule, due, change.From, change.To) : DueChanges.Extended(calendar, rule, due, change.Amount), clock.ClockId);
        return due;
    }

    /// <param name="Amount">Of an extension; 0: a pause.</param>
    private readonly record struct Change(DateTimeOffset From, DateTimeOffset To, decimal Amount);
}
