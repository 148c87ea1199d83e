namespace CaseFlow.Runtime.Running;

/// <summary>Wakes one waiting loop. Several calls before it looks count as one; none is lost.</summary>
internal class WakeSignal : IDisposable
{
    private readonly SemaphoreSlim _calls = new(0, 1);

    public void Wake()
    {
        try
        {
            if (_calls.CurrentCount == 0) _calls.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else woke it in between.
        }
    }

    /// <returns>True when woken, false when the time was up.</returns>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancel) => _calls.WaitAsync(atMost, cancel);

    public void Dispose()
    {
        _calls.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>There is work in the outbox.</summary>
internal sealed class OutboxSignal : WakeSignal;

/// <summary>A stored message may have found its wait.</summary>
internal sealed class MessageSignal : WakeSignal;
