namespace CaseFlow.Runtime.Storage.Sqlite;

/// <summary>
/// Who may write to the file now, in the order they asked. SQLite itself has no queue: a writer that finds the file locked sleeps and
/// tries again, and beside a busy one would try for seconds.
/// </summary>
internal sealed class SqliteTurn : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Dispose what it gives when the transaction has ended.</summary>
    public async Task<IDisposable> TakeAsync(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        return new Held(this);
    }

    public IDisposable Take()
    {
        _turn.Wait();
        return new Held(this);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Held(SqliteTurn of) : IDisposable
    {
        private SqliteTurn? _of = of;

        /// <summary>Gives the turn on once, however often it is called.</summary>
        public void Dispose() => Interlocked.Exchange(ref _of, null)?._turn.Release();
    }
}
