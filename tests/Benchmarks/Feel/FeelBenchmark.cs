using BenchmarkDotNet.Running;

namespace CaseFlow.Benchmarks.Feel;

/// <summary>How fast tables answer, and how soon hostile expressions end.</summary>
internal static class FeelBenchmark
{
    public static int Run(string[] options)
    {
        if (options.Contains("--hostile")) return HostileTimes.Print();
        if (options.Contains("--rates")) return TableRates.Print();
        BenchmarkRunner.Run<TableBenchmarks>(Micro.Config(options.Contains("--quick")));
        return 0;
    }
}
