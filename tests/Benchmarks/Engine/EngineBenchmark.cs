using BenchmarkDotNet.Running;

namespace CaseFlow.Benchmarks.Engine;

/// <summary>What an element activation costs, and that it doesn't grow with the flow or with what is finished.</summary>
internal static class EngineBenchmark
{
    public static int Run(string[] options)
    {
        BenchmarkRunner.Run<ActivationBenchmarks>(Micro.Config(options.Contains("--quick")));
        return 0;
    }
}
