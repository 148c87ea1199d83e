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
    public async Task<bool> WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(atMost, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            await _calls.WaitAsync(both.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

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
