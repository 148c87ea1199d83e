using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>Timers written as constants can be read.</summary>
internal static class TimerRule
{
    public static void Check(Process process, CompileContext context)
    {
        var zone = TimeZoneInfo.Utc;
        foreach (var element in process.Elements)
        {
            if (element.Event is not TimerDefinition timer) continue;
            Report(context, element, timer.Cycle, text => RepeatingInterval.TryParse(text, zone, out _));
            Report(context, element, timer.Duration, text => Iso8601Duration.TryParse(text, out _));
            Report(context, element, timer.Date, text => Iso8601Date.TryParse(text, zone, out _));
            if (timer.Cycle is not null && element.Kind == ElementKind.TimerCatchEvent)
                context.Problems.Warning("timer-cycle", $"Expected a time or a duration at {element.Id}, but found a cycle: the event goes on when it fires first.", element);
        }
    }

    private static void Report(CompileContext context, Element element, Expression? expression, Func<string, string?> problemOf)
    {
        if (expression is { IsConstant: true } && problemOf(expression.Text) is { } problem) context.Problems.Error("timer-syntax", $"{problem} (at {element.Id})", element);
    }
}
