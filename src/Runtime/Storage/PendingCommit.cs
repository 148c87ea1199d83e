using CaseFlow.Runtime.Storage.Commits;

namespace CaseFlow.Runtime.Storage;

/// <summary>A commit that somebody waits for. The first answer counts.</summary>
/// <param name="leave">Called once, before whoever waits can learn the answer.</param>
internal sealed class PendingCommit(CaseCommit commit, Action leave)
{
    // Off the writer's thread: a continuation of one case must not hold up the commits of the others.
    private readonly TaskCompletionSource<CommitResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int _left;

    public CaseCommit Commit { get; } = commit;

    public Task<CommitResult> Answered => _answer.Task;

    public void Answer(CommitResult result)
    {
        Leave();
        _answer.TrySetResult(result);
    }

    public void Fail(Exception e)
    {
        Leave();
        _answer.TrySetException(e);
    }

    private void Leave()
    {
        if (Interlocked.Exchange(ref _left, 1) == 0) leave();
    }
}
