using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>When a timer event fires.</summary>
internal static class Timers
{
    /// <summary>The first firing; its key is set by whoever emits it.</summary>
    public static TimerState First(Step step, TimerDefinition definition, long ownerKey, Element element)
    {
        var zone = step.World.Calendar(null).Zone;
        var blank = new TimerState(0, element.Id, step.Now, 0, ownerKey);
        if (definition.Cycle is { } cycle) return FirstOfCycle(step, cycle, ownerKey, blank, zone);
        return blank with { DueAt = Moment(step, definition, ownerKey, zone) };
    }

    /// <summary>The next firing of a cycle, or null after the last. Periods that were missed while nothing ran are passed over.</summary>
    public static TimerState? Next(Step step, TimerState timer)
    {
        if (timer.Cycle is null || timer.RepeatsLeft == 0) return null;
        if (RepeatingInterval.TryParse(timer.Cycle, step.World.Calendar(null).Zone, out var interval) is not null) return null;
        var begin = timer.CycleStart ?? step.Now;
        if (interval!.FirstAfter(step.Now, begin) is not { } next) return null;
        var firing = Math.Max(next.Number, timer.Firing + 1);
        return interval.Occurrence(firing, begin) is { } at
            ? timer with { Key = step.NewKey, DueAt = at, Firing = firing, RepeatsLeft = interval.Times is { } times ? (int)(times - firing) : null }
            : null;
    }

    /// <summary>A due time in an office's working time.</summary>
    public static DateTimeOffset Due(Step step, DueDefinition due, long key, DateTimeOffset start)
    {
        var amount = Expressions.Number(step, due.Amount, key);
        return DueTime.After(step.World.Calendar(due.Calendar), start, Rule(due.Rule), amount) switch
        {
            DueAt answer => answer.At,
            DueRefused refused => throw new ModelFault("due-time", $"{refused.Problem} (at {step.Get(key).ElementId})"),
            _ => throw new InvalidOperationException("Expected a due time or a refusal."),
        };
    }

    public static DueRule Rule(string name) =>
        DueRules.TryParse(name, out var rule) ? rule : throw new ModelFault("due-time", $"Expected a rule for working time, but found '{name}'.");

    private static TimerState FirstOfCycle(Step step, Expression cycle, long ownerKey, TimerState blank, TimeZoneInfo zone)
    {
        var text = Expressions.Text(step, cycle, ownerKey) ?? "";
        if (RepeatingInterval.TryParse(text, zone, out var interval) is { } problem) throw new ModelFault("timer", $"{problem} (at {blank.ElementId})");
        var at = interval!.Occurrence(1, step.Now) ?? throw new ModelFault("timer", $"Expected a time of '{text}' that is still to come, but there is none (at {blank.ElementId}).");
        return blank with { DueAt = at, RepeatsLeft = interval.Times is { } times ? (int)(times - 1) : null, Cycle = text, CycleStart = step.Now };
    }

    private static DateTimeOffset Moment(Step step, TimerDefinition definition, long ownerKey, TimeZoneInfo zone)
    {
        if (definition.WorkingTime is { } due) return Due(step, due, ownerKey, step.Now);
        var expression = definition.Date ?? definition.Duration!;
        return Expressions.Evaluate(step, expression, ownerKey) switch
        {
            FeelDateTime at when at.ToMoment(zone.GetUtcOffset(step.Now)) is { } moment => moment,
            FeelDate date => ZoneTime.At(zone, new DateTime(date.Year, date.Month, date.Day)),
            FeelDaysTimeDuration span when span.ToTimeSpan() is { } time => step.Now + time,
            FeelYearsMonthsDuration months => ZoneTime.At(zone, ZoneTime.In(zone, step.Now).DateTime.AddMonths((int)months.Months)),
            FeelString text => FromText(step, text.Value, zone, step.Get(ownerKey).ElementId),
            var other => throw Expressions.Unexpected(step, expression, ownerKey, "a time or a duration", other),
        };
    }

    private static DateTimeOffset FromText(Step step, string text, TimeZoneInfo zone, string place)
    {
        if (Iso8601Duration.TryParse(text, out var duration) is null && duration.AddTo(step.Now, zone) is { } after) return after;
        return Iso8601Date.TryParse(text, zone, out var at) is { } problem ? throw new ModelFault("timer", $"{problem} (at {place})") : at;
    }
}
