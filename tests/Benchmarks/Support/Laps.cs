using System.Collections.Concurrent;
using System.Diagnostics;

namespace CaseFlow.Benchmarks.Support;

/// <summary>Times of single operations within one measured stretch.</summary>
internal sealed class Laps
{
    private readonly ConcurrentBag<double> _milliseconds = [];
    private readonly long _began = Stopwatch.GetTimestamp();
    private double _seconds;

    public async Task<T> MeasureAsync<T>(Func<Task<T>> operation)
    {
        var began = Stopwatch.GetTimestamp();
        var result = await operation();
        _milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        return result;
    }

    public void Stop() => _seconds = Stopwatch.GetElapsedTime(_began).TotalSeconds;

    public double PerSecond => _milliseconds.Count / _seconds;

    public double Percentile(double share)
    {
        var sorted = _milliseconds.Order().ToArray();
        return sorted[(int)((sorted.Length - 1) * share)];
    }
}
