using System.Collections.Concurrent;

namespace CaseFlow.Runtime.Storage;

/// <summary>
/// What is small and read often, held in memory for a while. When it has aged, one caller reads it anew and all others wait for that one:
/// under load each would else read it for itself at the same moment.
/// </summary>
/// <param name="freshness">How old a copy may get: a change made on another node shows after this.</param>
internal sealed class FreshCache<TKey, TValue>(TimeSpan freshness, TimeProvider time, Func<TKey, Task<TValue>> read)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Copy> _copies = new();

    public async ValueTask<TValue> OfAsync(TKey key, CancellationToken cancel = default)
    {
        var copy = Fresh(key);
        try
        {
            return copy.Value.IsValueCreated && copy.Value.Value.IsCompletedSuccessfully ? copy.Value.Value.Result : await copy.Value.Value.WaitAsync(cancel);
        }
        catch (Exception) when (copy.Value.Value is { IsCompleted: true, IsCompletedSuccessfully: false })
        {
            // A failed reading must not be kept: the database may be back a moment later.
            _copies.TryRemove(new(key, copy));
            throw;
        }
    }

    /// <summary>To be called after a change: whoever asks from now on gets what is read from now on.</summary>
    public void Forget(TKey key) => _copies.TryRemove(key, out _);

    private Copy Fresh(TKey key)
    {
        var now = time.GetUtcNow();
        Copy Read() => new(now, new Lazy<Task<TValue>>(() => Task.Run(() => read(key))));
        while (true)
        {
            var known = _copies.GetOrAdd(key, _ => Read());
            if ((now - known.ReadAt).Duration() < freshness) return known;
            var next = Read();
            if (_copies.TryUpdate(key, next, known)) return next;
        }
    }

    /// <param name="ReadAt">When the reading began: a change during it may not be in it.</param>
    private sealed record Copy(DateTimeOffset ReadAt, Lazy<Task<TValue>> Value);
}
