using CaseFlow.Engine;
using CaseFlow.Engine.State;

namespace CaseFlow.Runtime.Storage.Commits;

/// <summary>Everything one step wrote, to be stored in one transaction or not at all.</summary>
/// <param name="Expected">Version the step started from; 0 for a new case.</param>
/// <param name="Case">The insert or the checked update of the case's row; it must touch exactly one row.</param>
internal sealed record CaseCommit(
    Guid CaseId, string Tenant, long Expected, Actor Actor, DateTimeOffset At, string Cause,
    IReadOnlyList<StoredEvent> Events, RowWrite Case, IReadOnlyList<RowWrite> Rows, int SnapshotSize)
{
    public byte[] HeadHash => Events[^1].Hash;
}

/// <summary>An event with its place in the case's chain.</summary>
internal readonly record struct StoredEvent(long Sequence, string Type, byte[] Payload, byte[] Hash);

/// <summary>A case as loaded or just committed.</summary>
internal sealed record LoadedCase(CaseState State, byte[] HeadHash)
{
    /// <summary>It lies in the archive: it must be brought back before a step can be committed.</summary>
    public bool Archived { get; init; }
}

internal enum CommitResult
{
    Committed,

    /// <summary>Somebody else advanced the case first; nothing was written.</summary>
    Conflict,

    /// <summary>The number or the external id is taken, or a row that the step demanded is not as it should be; nothing was written.</summary>
    Duplicate,
}
