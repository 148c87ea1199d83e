namespace CaseFlow.Runtime.Running;

/// <summary>
/// Lets the commands of one case run one after another within this process, so that a burst on one case queues instead of
/// conflicting. It is no lock: between nodes only the version check counts.
/// </summary>
internal sealed class CaseGate : IDisposable
{
    private const int Lanes = 256;

    private readonly SemaphoreSlim[] _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Dispose what it gives when the command is done. Never enter a second case from within.</summary>
    public async Task<IDisposable> EnterAsync(Guid caseId, CancellationToken cancel)
    {
        var lane = _lanes[(uint)caseId.GetHashCode() % Lanes];
        await lane.WaitAsync(cancel);
        return new Held(lane);
    }

    public void Dispose() => Array.ForEach(_lanes, lane => lane.Dispose());

    private sealed class Held(SemaphoreSlim lane) : IDisposable
    {
        public void Dispose() => lane.Release();
    }
}
