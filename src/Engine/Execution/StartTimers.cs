using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Semantics;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution;

/// <summary>When timer start events open new cases. There is no case yet, so their expressions see no variables.</summary>
public static class StartTimers
{
    /// <summary>The n-th firing (from 1) of a timer that began at the given moment, usually its flow's publication; null when it does not fire that often.</summary>
    /// <exception cref="FormatException">The timer is not a time, a duration or a cycle; publication checks refuse constants that aren't.</exception>
    public static DateTimeOffset? Firing(TimerDefinition timer, IWorld world, DateTimeOffset begin, long n)
    {
        var zone = world.Calendar(null).Zone;
        if (timer.Cycle is { } cycle)
            return RepeatingInterval.TryParse(Text(cycle, begin), zone, out var interval) is { } problem ? throw new FormatException(problem) : interval!.Occurrence(n, begin);
        if (n != 1) return null;
        if (timer.Duration is { } duration)
            return Iso8601Duration.TryParse(Text(duration, begin), out var span) is { } problem ? throw new FormatException(problem) : span.AddTo(begin, zone);
        if (timer.Date is { } date)
            return Iso8601Date.TryParse(Text(date, begin), zone, out var at) is { } problem ? throw new FormatException(problem) : at;
        return WorkingTime(timer.WorkingTime!, world, begin);
    }

    private static DateTimeOffset WorkingTime(DueDefinition due, IWorld world, DateTimeOffset begin)
    {
        if (!decimal.TryParse(Text(due.Amount, begin), System.Globalization.CultureInfo.InvariantCulture, out var amount) || !DueRules.TryParse(due.Rule, out var rule))
            throw new FormatException($"Expected an amount of {due.Rule}, but found '{due.Amount}'.");
        return DueTime.After(world.Calendar(due.Calendar), begin, rule, amount) is DueAt answer ? answer.At : throw new FormatException($"Expected an amount of {due.Rule}, but found '{due.Amount}'.");
    }

    private static string Text(Expression expression, DateTimeOffset now)
    {
        var value = expression.Evaluate(new FeelScope(new Dictionary<string, FeelValue>(), now));
        return value is FeelString text ? text.Value : FeelText.Of(value);
    }
}
