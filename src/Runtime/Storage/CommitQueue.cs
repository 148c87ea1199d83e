using CaseFlow.Runtime.Storage.Commits;
using CaseFlow.Runtime.Watching;

namespace CaseFlow.Runtime.Storage;

/// <summary>
/// Group commit: the commits that come while a group is being written go into the next one together. A lone commit is written at once.
/// One group is written at a time: a second beside it makes both small, and each costs its own statements. The writer has a thread of
/// its own, which waits for the database itself: an answer that went through the pool would wake three threads for each group.
/// </summary>
/// <param name="mostTogether">Commits in one group at most.</param>
/// <param name="company">Whom a small group waits for.</param>
/// <param name="write">Answers every commit of the group; what it throws answers those it left. It need not leave the writer's thread, which waits for it.</param>
internal sealed class CommitQueue(int mostTogether, Company company, Func<IReadOnlyList<PendingCommit>, Task> write) : IAsyncDisposable
{
    private readonly object _gate = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<PendingCommit> _waiting = new();

    /// <summary>The writer is woken when so many wait, not by each of them.</summary>
    private int _enough = 1;

    private Thread? _writer;
    private bool _closed;

    /// <returns>Done when the commit is durable, or known not to be.</returns>
    public Task<CommitResult> AddAsync(CaseCommit commit)
    {
        var pending = new PendingCommit(commit, company.Left);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_writer is null) Start();
            company.Came();
            _waiting.Enqueue(pending);
            if (_waiting.Count >= _enough) Monitor.Pulse(_gate);
        }

        return pending.Answered;
    }

    /// <summary>Writes what waits, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closed = true;
            if (_writer is null) return;
            Monitor.Pulse(_gate);
        }

        await _ended.Task;
    }

    private void Start()
    {
        var writer = new Thread(Write) { IsBackground = true, Name = "commits" };
        // Not in the name of whoever came first: traces would hang every later group below that one's.
        writer.UnsafeStart();
        _writer = writer;
    }

    private void Write()
    {
        var group = new List<PendingCommit>(mostTogether);
        while (Take(group))
        {
            try
            {
                Meters.Wrote(group.Count);
                write(group).GetAwaiter().GetResult();
            }
            catch (Exception e)
            {
                foreach (var pending in group) pending.Fail(e);
            }

            company.Answered();
            group.Clear();
        }

        _ended.SetResult();
    }

    /// <returns>False when no more will come.</returns>
    private bool Take(List<PendingCommit> group)
    {
        lock (_gate)
        {
            while (_waiting.Count == 0 && !_closed) Monitor.Wait(_gate);
            Gather();
            while (group.Count < mostTogether && _waiting.TryDequeue(out var pending)) group.Add(pending);
            return group.Count > 0;
        }
    }

    private void Gather()
    {
        _enough = company.Expected();
        while (_waiting.Count < _enough && !_closed && company.Patience() is > 0 and var milliseconds) Monitor.Wait(_gate, milliseconds);
        _enough = 1;
    }
}
