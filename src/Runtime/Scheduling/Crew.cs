namespace CaseFlow.Runtime.Scheduling;

/// <summary>Does pieces of work side by side, at most so many at once.</summary>
internal sealed class Crew(int atOnce) : IDisposable
{
    private readonly SemaphoreSlim _free = new(atOnce, atOnce);
    private Exception? _failure;

    /// <summary>Returns when the work has begun.</summary>
    public async Task BeginAsync(Func<Task> work, CancellationToken cancel)
    {
        await _free.WaitAsync(cancel);
        _ = Task.Run(() => DoAsync(work), CancellationToken.None);
    }

    /// <summary>Returns when all of it is done.</summary>
    /// <exception cref="InvalidOperationException">Some of it failed: the first failure is its inner exception.</exception>
    public async Task EndAsync()
    {
        for (var place = 0; place < atOnce; place++) await _free.WaitAsync();
        if (_failure is OperationCanceledException cancelled) throw cancelled;
        if (_failure is not null) throw new InvalidOperationException($"Expected the work to succeed, but {_failure.Message}", _failure);
    }

    public void Dispose() => _free.Dispose();

    private async Task DoAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e)
        {
            Interlocked.CompareExchange(ref _failure, e, null);
        }
        finally
        {
            _free.Release();
        }
    }
}
