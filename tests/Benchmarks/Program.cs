using CaseFlow.Benchmarks.Durable;
using CaseFlow.Benchmarks.Engine;
using CaseFlow.Benchmarks.Simulate;

return args switch
{
    ["durable", .. var options] => await DurableBenchmark.RunAsync(DurableOptions.Parse(options)),
    ["engine", .. var options] => EngineBenchmark.Run(options),
    ["simulate", .. var options] => SimulateBenchmark.Run(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Expected a benchmark: durable [--provider sqlite|postgres] [--connection TEXT] [--quick] [--workers N], engine [--quick], or simulate [--quick]");
    return 2;
}
