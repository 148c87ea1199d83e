using System.Collections.Concurrent;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;

namespace CaseFlow.Benchmarks.Durable;

/// <summary>Keeps what is committed, so that a raw writer can write the very same rows.</summary>
internal sealed class RecordingDatabase(ICaseDatabase inner) : ICaseDatabase
{
    public ConcurrentDictionary<Guid, ConcurrentQueue<CaseCommit>> Commits { get; } = new();

    public Task<StoredCase?> ReadAsync(Guid caseId, CancellationToken cancel) => inner.ReadAsync(caseId, cancel);

    public Task<CommitResult> CommitAsync(CaseCommit commit, CancellationToken cancel)
    {
        Commits.GetOrAdd(commit.CaseId, _ => new()).Enqueue(commit);
        return inner.CommitAsync(commit, cancel);
    }
}
