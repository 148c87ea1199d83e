using CaseFlow.Runtime.Storage.Commits;

namespace CaseFlow.Runtime.Storage;

/// <summary>The hot path: one implementation a database, in one file.</summary>
internal interface ICaseDatabase
{
    Task<StoredCase?> ReadAsync(Guid caseId, CancellationToken cancel);

    /// <summary>Writes everything or nothing. When it returns <see cref="CommitResult.Committed"/> the step survives a power cut.</summary>
    Task<CommitResult> CommitAsync(CaseCommit commit, CancellationToken cancel);
}

internal sealed record StoredCase(byte[] Snapshot, byte[] HeadHash);
