using System.Collections.Concurrent;
using CaseFlow.Runtime.Feed;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Feed;

/// <summary>What a node's pages hear of another node's commits.</summary>
[Collection(PostgresCollection.Name)]
public sealed class FeedPumpTests(PostgresCluster cluster)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Guid One = Guid.CreateVersion7(Commits.At);
    private static readonly Guid Two = Guid.CreateVersion7(Commits.At);

    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    /// <summary>The later transaction ends first: whoever went on behind it would never hear of the other.</summary>
    [SkippableFact]
    public async Task Does_not_go_past_a_transaction_that_is_still_open()
    {
        await using var bureau = await cluster.OpenAsync(DatabaseProvider.Postgres);
        await CommitAsync(bureau, Commits.New(One, "1"), Commits.New(Two, "2"));
        using var log = new StatementLog();
        await using var pages = await Pages.OpenAsync(bureau);
        await using var slow = bureau.Database.OpenUnscoped();
        await using var transaction = await slow.Database.BeginTransactionAsync();
        await slow.Database.ExecuteSqlAsync($"insert into case_events (case_id, sequence, tenant, type, at, actor_kind, actor_id, cause, payload, hash) select case_id, 2, tenant, type, at, actor_kind, actor_id, cause, payload, hash from case_events where case_id = {One}");
        await CommitAsync(bureau, Commits.Step(Two, 1, Commits.New(Two, "2").HeadHash));

        log.Clear();
        await UntilAsync(() => Looks(log) >= 3);
        Assert.Empty(pages.Heard);
        await transaction.CommitAsync();

        await UntilAsync(() => pages.Heard.ToHashSet().SetEquals([One, Two]));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Tells_a_page_of_everything_since_it_opened_though_nobody_listened_before(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        using var log = new StatementLog();
        await using var pages = await Pages.OpenAsync(bureau, listen: false);
        await CommitAsync(bureau, Commits.New(One, "1"));
        log.Clear();
        await UntilAsync(() => Looks(log) >= 2);

        pages.Listen();
        await CommitAsync(bureau, Commits.New(Two, "2"));

        await UntilAsync(() => !pages.Heard.IsEmpty);
        Assert.Equal([Two], pages.Heard.Distinct());
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Tells_of_every_case_when_more_was_committed_than_it_reads_at_once(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await using var pages = await Pages.OpenAsync(bureau);
        var first = Commits.New(One, "1");

        await CommitAsync(bureau, first, Commits.Step(One, 1, first.HeadHash, 4500), Commits.New(Two, "2"));

        await UntilAsync(() => pages.Heard.Contains(Two));
        Assert.True(pages.Heard.ToHashSet().SetEquals([One, Two]));
    }

    private static async Task CommitAsync(Bureau bureau, params CaseCommit[] commits)
    {
        foreach (var commit in commits) Assert.Equal(CommitResult.Committed, await bureau.Get<ICaseDatabase>().CommitAsync(commit, default));
    }

    private static int Looks(StatementLog log) => log.All.Count(statement => statement.Contains("case_events", StringComparison.Ordinal) && statement.Contains("ORDER BY", StringComparison.OrdinalIgnoreCase));

    private static Task<bool> UntilAsync(Func<bool> holds) => Wait.UntilAsync(() => Task.FromResult(holds()), held => held, Patience);

    /// <summary>The pump of another node, and a page there that notes what it is told.</summary>
    private sealed class Pages : IAsyncDisposable
    {
        private readonly Bureau _node;
        private IDisposable? _listening;

        private Pages(Bureau node) => _node = node;

        public ConcurrentQueue<Guid> Heard { get; } = [];

        public static async Task<Pages> OpenAsync(Bureau bureau, bool listen = true)
        {
            var pages = new Pages(await bureau.SecondNodeAsync());
            var pump = pages._node.Get<FeedPump>();
            await pump.StartAsync(default);
            await pump.CaughtUp.WaitAsync(Patience);
            if (listen) pages.Listen();
            return pages;
        }

        public void Listen() => _listening = _node.Get<CaseFeed>().Subscribe(Commits.Tenant, change => Heard.Enqueue(change.CaseId));

        public async ValueTask DisposeAsync()
        {
            _listening?.Dispose();
            await _node.Get<FeedPump>().StopAsync(default);
            await _node.DisposeAsync();
        }
    }
}
