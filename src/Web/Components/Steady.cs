namespace CaseFlow.Web.Components;

/// <summary>Runs something once a burst of calls has gone quiet for a while. Calls may come on any thread.</summary>
internal sealed class Steady : IDisposable
{
    private readonly TimeSpan quiet;
    private readonly ITimer timer;

    /// <remarks>
    /// The timer is made here and not with the first call: it runs in the context it was made in, which holds the language of this page.
    /// Callers bring the language of whoever changed something.
    /// </remarks>
    public Steady(TimeProvider clock, TimeSpan quiet, Func<Task> run)
    {
        this.quiet = quiet;
        timer = clock.CreateTimer(_ => _ = run(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Does nothing once it is disposed.</summary>
    public void Poke() => timer.Change(quiet, Timeout.InfiniteTimeSpan);

    public void Dispose() => timer.Dispose();
}
