namespace CaseFlow.Web.Components;

/// <summary>Runs something once a burst of calls has gone quiet for a while. Calls may come on any thread.</summary>
internal sealed class Steady(TimeProvider clock, TimeSpan quiet, Func<Task> run) : IDisposable
{
    private readonly Lock gate = new();
    private ITimer? timer;
    private bool ended;

    public void Poke()
    {
        lock (gate)
        {
            if (ended) return;
            timer ??= clock.CreateTimer(_ => _ = run(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            timer.Change(quiet, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            ended = true;
            timer?.Dispose();
        }
    }
}
