using CaseFlow.Runtime.Storage.Commits;

namespace CaseFlow.Runtime.Storage;

/// <summary>The hot path: one implementation a database, in one file.</summary>
internal interface ICaseDatabase
{
    Task<StoredCase?> ReadAsync(Guid caseId, CancellationToken cancel);

    /// <summary>Those of the cases that there are, in any order; a database with a round trip to save reads them in one.</summary>
    async Task<IReadOnlyList<(Guid CaseId, StoredCase Case)>> ReadManyAsync(IReadOnlyList<Guid> cases, CancellationToken cancel)
    {
        var found = new List<(Guid, StoredCase)>(cases.Count);
        foreach (var caseId in cases)
            if (await ReadAsync(caseId, cancel) is { } stored)
                found.Add((caseId, stored));
        return found;
    }

    /// <summary>Writes everything or nothing. When it returns <see cref="CommitResult.Committed"/> the step survives a power cut.</summary>
    Task<CommitResult> CommitAsync(CaseCommit commit, CancellationToken cancel);
}

internal sealed record StoredCase(byte[] Snapshot, byte[] HeadHash);
