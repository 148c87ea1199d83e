using CaseFlow.Benchmarks.Durable;

return args switch
{
    ["durable", .. var options] => await DurableBenchmark.RunAsync(DurableOptions.Parse(options)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Expected a benchmark: durable [--provider sqlite|postgres] [--connection TEXT] [--quick] [--workers N]");
    return 2;
}
