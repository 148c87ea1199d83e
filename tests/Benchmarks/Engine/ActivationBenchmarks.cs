using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.State;

namespace CaseFlow.Benchmarks.Engine;

/// <summary>
/// Time and bytes for one element activation. The raw limit beside it replays the recorded events of the same case:
/// what the new states alone cost, without deciding anything.
/// </summary>
[MemoryDiagnoser]
public class ActivationBenchmarks
{
    private const int Line = 10;
    private const int Fan = 100;
    private const int Long = 998;
    private const int Rounds = 100;

    private readonly Runs _line = new(Drawing.Line(Line));
    private readonly Runs _fan = new(Drawing.Fan(Fan));
    private readonly Runs _long = new(Drawing.Line(Long));
    private readonly Runs _circle = new(Drawing.Circle());
    private readonly ImmutableArray<(CaseEvent Event, DateTimeOffset At)> _recorded;
    private readonly CaseState _young;
    private readonly CaseState _old;

    public ActivationBenchmarks()
    {
        _recorded = _line.Record();
        _young = _circle.Start().State;
        _old = _circle.Further(_young, 100_000);
    }

    [Benchmark(Baseline = true, Description = "line of 10 service tasks", OperationsPerInvoke = Line + 2)]
    public CaseState LineOfTen() => _line.ToTheEnd();

    [Benchmark(Description = "raw limit: the line's events replayed", OperationsPerInvoke = Line + 2)]
    public CaseState Replayed() => Interpreter.Replay(null, _recorded);

    [Benchmark(Description = "parallel fan of 100", OperationsPerInvoke = Fan + 4)]
    public CaseState FanOfHundred() => _fan.ToTheEnd();

    [Benchmark(Description = "flow of 1,000 elements", OperationsPerInvoke = Long + 2)]
    public CaseState FlowOfThousand() => _long.ToTheEnd();

    [Benchmark(Description = "circle, nothing finished before", OperationsPerInvoke = 3 * Rounds)]
    public CaseState YoungCase() => _circle.Further(_young, Rounds);

    [Benchmark(Description = "circle, 300,000 elements finished before", OperationsPerInvoke = 3 * Rounds)]
    public CaseState OldCase() => _circle.Further(_old, Rounds);
}
