using CaseFlow.Runtime.Storage.Commits;

namespace CaseFlow.Runtime.Storage;

/// <summary>A commit that somebody waits for. The first answer counts.</summary>
internal sealed class PendingCommit(CaseCommit commit)
{
    // Off the writer's thread: a continuation of one case must not hold up the commits of the others.
    private readonly TaskCompletionSource<CommitResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CaseCommit Commit { get; } = commit;

    public Task<CommitResult> Answered => _answer.Task;

    public void Answer(CommitResult result) => _answer.TrySetResult(result);

    public void Fail(Exception e) => _answer.TrySetException(e);
}
