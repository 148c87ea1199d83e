using System.Diagnostics;

namespace CaseFlow.Runtime.Tests.Support;

/// <summary>A clock that a test sets, and lets go when services are to work by themselves.</summary>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Stopwatch _gone = new();
    private DateTimeOffset _set = start;

    public DateTimeOffset Now
    {
        get => _set + _gone.Elapsed;
        set => _set = value - _gone.Elapsed;
    }

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan by) => Now += by;

    /// <summary>From now on it goes by itself.</summary>
    public void Go() => _gone.Start();
}
