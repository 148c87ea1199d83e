using System.Diagnostics;
using System.Globalization;
using CaseFlow.Engine.Decisions;

namespace CaseFlow.Benchmarks.Feel;

/// <summary>Evaluations a second of processor time, on one thread: a figure that holds on a machine shared with others, in a few seconds.</summary>
internal static class TableRates
{
    private const int Batch = 2_000;

    /// <summary>Fails when a table answers less than 200,000 times a second.</summary>
    public static int Print()
    {
        var tables = new TableBenchmarks();
        (string Name, Func<DecisionResult> Ask)[] asked =
        [
            ("unique, texts, row 88 of 100", tables.Texts), ("unique, ranges of numbers, row 88 of 100", tables.Ranges),
            ("first, comparisons, row 89 of 100", tables.First), ("collect, 10 rows of 100", tables.Collect),
        ];
        Console.WriteLine("| table | evaluations a second | bytes each |");
        Console.WriteLine("|---|---:|---:|");
        var slowest = double.MaxValue;
        foreach (var (name, ask) in asked)
        {
            Measure(ask, TimeSpan.FromMilliseconds(300));
            var (rate, bytes) = Measure(ask, TimeSpan.FromSeconds(1));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {rate:N0} | {bytes:N0} |"));
            slowest = Math.Min(slowest, rate);
        }

        return slowest >= 200_000 ? 0 : 1;
    }

    private static (double Rate, double Bytes) Measure(Func<DecisionResult> ask, TimeSpan span)
    {
        using var process = Process.GetCurrentProcess();
        var (before, allocated) = (process.TotalProcessorTime, GC.GetAllocatedBytesForCurrentThread());
        var count = 0;
        var spent = TimeSpan.Zero;
        while (spent < span)
        {
            for (var i = 0; i < Batch; i++) ask();
            count += Batch;
            process.Refresh();
            spent = process.TotalProcessorTime - before;
        }

        return (count / spent.TotalSeconds, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)count);
    }
}
