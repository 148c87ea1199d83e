using System.Diagnostics;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using CaseFlow.Runtime.Storage.Postgres;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Npgsql;

namespace CaseFlow.Runtime.Tests.Storage;

/// <summary>What became of a commit whose answer was lost, read from the case's chain.</summary>
[Collection(PostgresCollection.Name)]
public sealed class UnknownOutcomeTests(PostgresCluster cluster)
{
    private static readonly Guid One = Guid.CreateVersion7(Commits.At);

    [SkippableFact]
    public async Task Tells_what_was_written_from_what_was_not_and_from_what_others_wrote()
    {
        await using var bureau = await cluster.OpenAsync(DatabaseProvider.Postgres);
        await using var source = NpgsqlDataSource.Create(bureau.ConnectionString!);
        var (store, unknown) = (bureau.Get<ICaseDatabase>(), new UnknownOutcome(source, bureau.Time));
        var first = Commits.New(One, "1");
        var ours = Commits.Step(One, 1, first.HeadHash, 2);

        Assert.Null(await unknown.SettleAsync(first, unknown.Begin()));
        await store.CommitAsync(first, default);
        Assert.Equal(CommitResult.Committed, await unknown.SettleAsync(first, unknown.Begin()));
        Assert.Null(await unknown.SettleAsync(ours, unknown.Begin()));
        await store.CommitAsync(Commits.Step(One, 1, first.HeadHash, 1), default);
        Assert.Equal(CommitResult.Conflict, await unknown.SettleAsync(ours, unknown.Begin()));
    }

    [SkippableFact]
    public async Task Says_that_the_server_stays_away_when_patience_has_ended()
    {
        await using var bureau = await cluster.OpenAsync(DatabaseProvider.Postgres);
        await using var source = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody");
        var unknown = new UnknownOutcome(source, bureau.Time);
        var aMinuteAgo = unknown.Begin() - (60 * Stopwatch.Frequency);

        var away = await Assert.ThrowsAsync<StorageUnavailableException>(() => unknown.SettleAsync(Commits.New(One, "1"), aMinuteAgo));

        Assert.Contains("is not known", away.Message, StringComparison.Ordinal);
    }
}
