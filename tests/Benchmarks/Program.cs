using CaseFlow.Benchmarks.Durable;
using CaseFlow.Benchmarks.Engine;
using CaseFlow.Benchmarks.Feel;
using CaseFlow.Benchmarks.Simulate;

return args switch
{
    ["durable", .. var options] => await DurableBenchmark.RunAsync(DurableOptions.Parse(options)),
    ["engine", .. var options] => EngineBenchmark.Run(options),
    ["feel", .. var options] => FeelBenchmark.Run(options),
    ["simulate", .. var options] => SimulateBenchmark.Run(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Expected a benchmark: durable [--provider sqlite|postgres] [--connection TEXT] [--quick] [--workers N], engine [--quick], feel [--quick | --rates | --hostile], or simulate [--quick]");
    return 2;
}
