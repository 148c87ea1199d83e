using System.Threading.Channels;
using CaseFlow.Runtime.Storage.Commits;
using CaseFlow.Runtime.Watching;

namespace CaseFlow.Runtime.Storage;

/// <summary>
/// Group commit: the commits that come while a group is being written go into the next one together. A lone commit is written at once.
/// One group is written at a time: a second beside it makes both small, and each costs its own statements.
/// </summary>
/// <param name="mostTogether">Commits in one group at most.</param>
/// <param name="company">Whom a small group waits for.</param>
/// <param name="write">Answers every commit of the group; what it throws answers those it left.</param>
internal sealed class CommitQueue(int mostTogether, Company company, Func<IReadOnlyList<PendingCommit>, Task> write) : IAsyncDisposable
{
    private readonly Channel<PendingCommit> _waiting = Channel.CreateUnbounded<PendingCommit>();
    private readonly Lock _starting = new();
    private Task? _writing;

    /// <returns>Done when the commit is durable, or known not to be.</returns>
    public Task<CommitResult> AddAsync(CaseCommit commit)
    {
        if (_writing is null) Start();
        var pending = new PendingCommit(commit, company.Left);
        company.Came();
        return _waiting.Writer.TryWrite(pending) ? pending.Answered : throw new ObjectDisposedException(nameof(CommitQueue));
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        if (_writing is not null) await _writing;
    }

    private void Start()
    {
        lock (_starting) _writing ??= Task.Run(WriteAsync);
    }

    private async Task WriteAsync()
    {
        var together = new List<PendingCommit>(mostTogether);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (together.Count < mostTogether && _waiting.Reader.TryRead(out var pending)) together.Add(pending);
            if (together.Count == 0) continue;
            await company.GatherAsync(together, _waiting.Reader);
            Meters.Wrote(together.Count);
            try
            {
                await write(together);
            }
            catch (Exception e)
            {
                foreach (var pending in together) pending.Fail(e);
            }

            company.Answered();
            together.Clear();
        }
    }
}
