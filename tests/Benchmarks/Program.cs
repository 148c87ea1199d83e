using CaseFlow.Benchmarks.Durable;
using CaseFlow.Benchmarks.Engine;
using CaseFlow.Benchmarks.Feel;
using CaseFlow.Benchmarks.Growth;
using CaseFlow.Benchmarks.Simulate;
using CaseFlow.Benchmarks.Timers;

return args switch
{
    ["durable", .. var options] => await DurableBenchmark.RunAsync(DurableOptions.Parse(options)),
    ["engine", .. var options] => EngineBenchmark.Run(options),
    ["feel", .. var options] => FeelBenchmark.Run(options),
    ["simulate", .. var options] => SimulateBenchmark.Run(options),
    ["timers", .. var options] => await TimersBenchmark.RunAsync(TimersOptions.Parse(options)),
    ["growth", .. var options] => await GrowthBenchmark.RunAsync(GrowthOptions.Parse(options)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Expected a benchmark: durable [--provider sqlite|postgres] [--connection TEXT] [--quick] [--workers N], engine [--quick], feel [--quick | --rates | --hostile], simulate [--quick], or timers [--provider sqlite|postgres] [--connection TEXT] [--quick]");
    return 2;
}
