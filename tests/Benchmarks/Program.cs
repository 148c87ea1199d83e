using CaseFlow.Benchmarks.Durable;
using CaseFlow.Benchmarks.Engine;
using CaseFlow.Benchmarks.Feel;
using CaseFlow.Benchmarks.Growth;
using CaseFlow.Benchmarks.Nodes;
using CaseFlow.Benchmarks.Retention;
using CaseFlow.Benchmarks.Simulate;
using CaseFlow.Benchmarks.Startup;
using CaseFlow.Benchmarks.Timers;

return args switch
{
    ["durable", .. var options] => await DurableBenchmark.RunAsync(DurableOptions.Parse(options)),
    ["engine", .. var options] => EngineBenchmark.Run(options),
    ["feel", .. var options] => FeelBenchmark.Run(options),
    ["nodes", .. var options] => await NodesBenchmark.RunAsync(options),
    ["node", var connection] => await NodeWorker.RunAsync(connection),
    ["retention", .. var options] => await RetentionBenchmark.RunAsync(RetentionBenchmarkOptions.Parse(options)),
    ["simulate", .. var options] => SimulateBenchmark.Run(options),
    ["timers", .. var options] => await TimersBenchmark.RunAsync(TimersOptions.Parse(options)),
    ["growth", .. var options] => await GrowthBenchmark.RunAsync(GrowthOptions.Parse(options)),
    ["startup", .. var options] => await StartupBenchmark.RunAsync(StartupOptions.Parse(options)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Expected a benchmark: durable [--provider sqlite|postgres] [--connection TEXT] [--quick] [--workers N], engine [--quick], feel [--quick | --rates | --hostile], nodes [--provider postgres] [--quick], retention [--provider sqlite|postgres] [--connection TEXT] [--cases N] [--quick], simulate [--quick], timers [--provider sqlite|postgres] [--connection TEXT] [--fired N] [--quick], growth [--provider sqlite|postgres] [--folder DIR] [--open N] [--closed N] [--quick], or startup [--provider sqlite|postgres] [--folder DIR] [--cases N] [--closed N] [--quick]");
    return 2;
}
