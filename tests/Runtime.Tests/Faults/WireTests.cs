using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using CaseFlow.Runtime.Storage.Postgres;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Npgsql;

namespace CaseFlow.Runtime.Tests.Faults;

/// <summary>The program loses the server, but the server does not lose what it was sent; and a case that somebody holds does not hold up the others.</summary>
[Collection(PostgresCollection.Name)]
public sealed class WireTests(PostgresCluster cluster)
{
    private const int Many = 48;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly Guid One = Guid.CreateVersion7(Commits.At);
    private static readonly Guid Two = Guid.CreateVersion7(Commits.At);

    [SkippableFact]
    public async Task A_step_that_the_server_was_still_at_when_the_wire_was_cut_is_made_once_and_answered_so()
    {
        await using var bureau = await cluster.OpenAsync(DatabaseProvider.Postgres);
        await using var wire = new Wire(bureau.ConnectionString!);
        await using var node = Node(bureau, wire.ConnectionString, TimeProvider.System);
        var first = Commits.New(One, "1");
        await node.CommitAsync(first, default);
        await using var holder = await HoldAsync(bureau, One);

        var step = node.CommitAsync(Commits.Step(One, 1, first.HeadHash), default);
        await WaitingAsync(bureau, 1);
        wire.Cut();
        await WaitingAsync(bureau, 2);
        await holder.DisposeAsync();

        Assert.Equal(CommitResult.Committed, await step.WaitAsync(Patience));
        Assert.Equal(2L, await NumberAsync(bureau, "select max(sequence) from case_events"));
    }

    [SkippableFact]
    public async Task A_case_that_somebody_holds_keeps_only_its_own_step_waiting_and_not_for_long()
    {
        await using var bureau = await cluster.OpenAsync(DatabaseProvider.Postgres);
        await using var node = Node(bureau, bureau.ConnectionString!, TimeProvider.System);
        var (one, two) = (Commits.New(One, "1"), Commits.New(Two, "2"));
        await node.CommitAsync(one, default);
        await node.CommitAsync(two, default);
        await using var holder = await HoldAsync(bureau, One);

        var held = node.CommitAsync(Commits.Step(One, 1, one.HeadHash), default);
        var free = node.CommitAsync(Commits.Step(Two, 1, two.HeadHash), default);

        Assert.Equal(CommitResult.Committed, await free.WaitAsync(Patience));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => held.WaitAsync(Patience));
        await holder.DisposeAsync();
        Assert.Equal(CommitResult.Committed, await node.CommitAsync(Commits.Step(One, 1, one.HeadHash), default));
    }

    [SkippableFact]
    public async Task A_transaction_of_several_statements_ends_when_its_program_stands_still()
    {
        await using var bureau = await cluster.OpenAsync(DatabaseProvider.Postgres);
        await using var bulk = await bureau.Get<IBulkTransactions>().BeginAsync(default);

        Assert.Equal(["1min"], await bulk.QueryAsync("show idle_in_transaction_session_timeout", [], row => row.GetString(0), default));
    }

    /// <summary>One look at a server that swallows everything takes as long as a connection may: one for all, not one for each.</summary>
    [SkippableFact]
    public async Task All_who_waited_together_are_told_together_that_the_server_stays_away()
    {
        await using var bureau = await cluster.OpenAsync(DatabaseProvider.Postgres);
        await using var wire = new Wire($"{bureau.ConnectionString};Timeout=1;Command Timeout=1;Cancellation Timeout=-1");
        await using var node = Node(bureau, wire.ConnectionString, new Impatient());
        await node.CommitAsync(Commits.New(Guid.CreateVersion7(Commits.At), "0"), default);
        wire.Swallow();

        var waiting = Enumerable.Range(1, Many).Select(number => node.CommitAsync(Commits.New(Guid.CreateVersion7(Commits.At), $"{number}"), default)).ToList();

        foreach (var step in waiting)
            Assert.Contains("is not known", (await Assert.ThrowsAsync<StorageUnavailableException>(() => step.WaitAsync(Patience))).Message, StringComparison.Ordinal);
        // They go in a few groups, each of which begins one connection to send and one to look.
        Assert.InRange(wire.Swallowed, 1, Many / 4);
    }

    private static PostgresCaseDatabase Node(Bureau bureau, string connection, TimeProvider time) =>
        new(bureau.Get<DatabaseOptions>() with { ConnectionString = connection }, bureau.Get<FaultPoints>(), time);

    /// <summary>Another transaction has the case until this is disposed.</summary>
    private static async Task<NpgsqlConnection> HoldAsync(Bureau bureau, Guid caseId)
    {
        var connection = new NpgsqlConnection(bureau.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"begin; select 1 from cases where id = '{caseId}' for update", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>So many statements wait for a lock.</summary>
    private static Task<long> WaitingAsync(Bureau bureau, long count) => Wait.UntilAsync(
        () => NumberAsync(bureau, "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"), waiting => waiting == count, Patience);

    private static async Task<long> NumberAsync(Bureau bureau, string sql)
    {
        await using var connection = new NpgsqlConnection(bureau.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>A minute passes between any two looks at the clock.</summary>
    private sealed class Impatient : TimeProvider
    {
        private long _looks;

        public override long GetTimestamp() => Interlocked.Increment(ref _looks) * 60 * TimestampFrequency;
    }
}
