using System.Diagnostics;
using System.Globalization;
using CaseFlow.Engine.Feel;
using CaseFlow.Tests;

namespace CaseFlow.Benchmarks.Feel;

/// <summary>The processor time each hostile expression takes to end, the longest first, as markdown.</summary>
internal static class HostileTimes
{
    private static readonly FeelScope Scope = new(new Dictionary<string, FeelValue>(), new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(8)));

    /// <summary>Fails when one takes more than a tenth of a second.</summary>
    public static int Print()
    {
        foreach (var expression in HostileExpressions.All) Measure(expression);
        var times = HostileExpressions.All.Select(expression => (Time: Measure(expression), Expression: expression)).OrderByDescending(measured => measured.Time).ToList();
        Console.WriteLine($"{times.Count} expressions; the slowest ten:");
        Console.WriteLine("| ms | expression |");
        Console.WriteLine("|---:|---|");
        foreach (var (time, expression) in times.Take(10))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {time.TotalMilliseconds:0} | `{(expression.Length > 100 ? expression[..100] + "…" : expression)}` |"));
        return times[0].Time < TimeSpan.FromMilliseconds(100) ? 0 : 1;
    }

    private static TimeSpan Measure(string expression)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        try
        {
            FeelExpression.Parse(expression).Evaluate(Scope);
        }
        catch (Exception ended) when (ended is FeelLimitException or FeelSyntaxException)
        {
        }

        process.Refresh();
        return process.TotalProcessorTime - before;
    }
}
