using System.Collections.Concurrent;
using System.Diagnostics;

namespace CaseFlow.Benchmarks.Support;

/// <summary>Times of single operations within one measured stretch; several stretches add up.</summary>
internal sealed class Laps
{
    private readonly ConcurrentBag<double> _milliseconds = [];
    private readonly long _began = Stopwatch.GetTimestamp();
    private double _seconds;
    private int _count;

    public async Task<T> MeasureAsync<T>(Func<Task<T>> operation)
    {
        var began = Stopwatch.GetTimestamp();
        var result = await operation();
        Add(began, 1);
        return result;
    }

    /// <param name="count">How many things the operation does.</param>
    public async Task MeasureAsync(Func<Task> operation, int count = 1)
    {
        var began = Stopwatch.GetTimestamp();
        await operation();
        Add(began, count);
    }

    /// <summary>Ends the stretch that began with this object.</summary>
    public void Stop() => _seconds += Stopwatch.GetElapsedTime(_began).TotalSeconds;

    public void Include(Laps other)
    {
        foreach (var lap in other._milliseconds) _milliseconds.Add(lap);
        _seconds += other._seconds;
        _count += other._count;
    }

    public static Laps Sum(IEnumerable<Laps> all)
    {
        var sum = new Laps();
        foreach (var laps in all) sum.Include(laps);
        return sum;
    }

    public int Count => _count;

    public double PerSecond => _count / _seconds;

    public double Percentile(double share)
    {
        var sorted = _milliseconds.Order().ToArray();
        return sorted[(int)((sorted.Length - 1) * share)];
    }

    private void Add(long began, int count)
    {
        _milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        Interlocked.Add(ref _count, count);
    }
}
