using CaseFlow.Benchmarks.Durable;
using CaseFlow.Benchmarks.Engine;

return args switch
{
    ["durable", .. var options] => await DurableBenchmark.RunAsync(DurableOptions.Parse(options)),
    ["engine", .. var options] => EngineBenchmark.Run(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Expected a benchmark: durable [--provider sqlite|postgres] [--connection TEXT] [--quick] [--workers N], or engine [--quick]");
    return 2;
}
