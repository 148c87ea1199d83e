using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Cases;

/// <summary>The points of a clock at which people are told: reminder, breach, escalation.</summary>
internal static class ClockMarks
{
    private static readonly ClockMark[] Order = [ClockMark.Warning, ClockMark.Breach, ClockMark.Escalation];

    public static ClockState First(Step step, ClockState clock, ClockDefinition definition) => From(step, clock, definition, 0);

    /// <summary>The clock with the mark after its present one.</summary>
    public static ClockState After(Step step, ClockState clock, ClockDefinition definition) =>
        From(step, clock, definition, Array.IndexOf(Order, clock.NextMark) + 1);

    /// <summary>After the due time moved: the first mark that is still to come; one whose time had come already is not told twice.</summary>
    public static ClockState Again(Step step, ClockState clock, ClockDefinition definition)
    {
        for (var i = 0; i < Order.Length; i++)
            if (MarkAt(step, clock, definition, Order[i]) is { } at && at > step.Now)
                return clock with { NextMark = Order[i], NextMarkAt = at };
        return clock.NextMark is { } mark ? clock with { NextMarkAt = MarkAt(step, clock, definition, mark) } : clock;
    }

    /// <summary>After it was computed anew: its next mark at its new time, which may have come already; marks that were told stay told.</summary>
    public static ClockState Moved(Step step, ClockState clock, ClockDefinition definition) =>
        clock.NextMark is { } next ? From(step, clock, definition, Array.IndexOf(Order, next)) : clock;

    private static ClockState From(Step step, ClockState clock, ClockDefinition definition, int from)
    {
        for (var i = from; i < Order.Length; i++)
            if (MarkAt(step, clock, definition, Order[i]) is { } at)
                return clock with { NextMark = Order[i], NextMarkAt = at };
        return clock with { NextMark = null, NextMarkAt = null };
    }

    private static DateTimeOffset? MarkAt(Step step, ClockState clock, ClockDefinition definition, ClockMark mark)
    {
        var percent = mark switch
        {
            ClockMark.Warning => definition.WarnAt,
            ClockMark.Breach => 100,
            _ => definition.EscalateAt,
        };
        if (percent <= 0) return null;
        if (mark == ClockMark.Breach) return clock.Due;
        return DueChanges.AtShare(step.World.Calendar(clock.Calendar), Timers.Rule(clock.Rule), clock.StartedAt, clock.Due, percent / 100m) is DueAt due ? due.At : null;
    }
}
