using CaseFlow.BurstHost.Nodes;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Npgsql;

namespace CaseFlow.Runtime.Tests.Faults;

/// <summary>The database goes away in a burst and comes back: what was answered is there, nothing happened twice, and no restart is needed.</summary>
[Collection(PostgresCollection.Name)]
public sealed class DatabaseOutageTests(PostgresCluster cluster)
{
    private const int Some = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [SkippableFact]
    public async Task Goes_on_when_the_server_was_stopped_and_started_in_a_burst()
    {
        PostgresCluster.SkipWithoutPostgres();
        var server = new PostgresCluster { Durable = true };
        await server.InitializeAsync();
        try
        {
            await using var keys = new TemporaryFolder();
            await using var node = await Bureau.OpenAsync(await server.NewDatabaseAsync(), new KeptKeys(keys.Path));
            await LeftFirings.PublishAsync(node);
            await using (var burst = new Burst(node))
            {
                await burst.AnswersAsync(Some, Patience);
                await server.StopAsync();
                await burst.RefusalAsync(Patience);
                await server.StartAsync();
                await burst.AnswersAsync(Some, Patience);
                await EndAsync(node, burst, keys.Path);
            }
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [SkippableFact]
    public async Task Loses_and_doubles_nothing_when_connections_are_cut_in_a_burst()
    {
        PostgresCluster.SkipWithoutPostgres();
        await using var keys = new TemporaryFolder();
        await using var node = await Bureau.OpenAsync(await cluster.NewDatabaseAsync(), new KeptKeys(keys.Path));
        await LeftFirings.PublishAsync(node);
        await using var burst = new Burst(node);
        for (var cut = 0; cut < 5; cut++)
        {
            await burst.AnswersAsync(Some, Patience);
            Assert.True(await CutAsync(node.ConnectionString!) > 0);
        }

        await burst.AnswersAsync(Some, Patience);
        await EndAsync(node, burst, keys.Path);
    }

    [SkippableFact]
    public async Task Goes_on_without_a_restart_when_the_disk_was_full()
    {
        Skip.IfNot(Environment.UserName == "root", "Only root can mount a small disk.");
        await using var keys = new TemporaryFolder();
        await using var disk = await SmallDisk.MountAsync("24m");
        var ballast = Path.Combine(disk.Path, "ballast");
        await File.WriteAllBytesAsync(ballast, new byte[21 * 1024 * 1024]);
        await using var node = await Bureau.OnAsync(null, Path.Combine(disk.Path, "small.db"), new KeptKeys(keys.Path));
        await LeftFirings.PublishAsync(node);
        await using var burst = new Burst(node);
        await burst.RefusalAsync(Patience);
        Assert.All(burst.Refused, refused => Assert.Equal("storage-unavailable", refused.Code));
        Assert.Contains("full", burst.Refused.First().Message, StringComparison.Ordinal);

        File.Delete(ballast);
        await burst.AnswersAsync(1, Patience);
        await EndAsync(node, burst, keys.Path);
    }

    /// <summary>Ends the burst, finishes its cases and looks at everything.</summary>
    private static async Task EndAsync(Bureau node, Burst burst, string keys)
    {
        await burst.EndAsync();
        // What looks on must not stumble over connections that were cut.
        NpgsqlConnection.ClearAllPools();
        (await Soundness.CheckAsync(node)).HoldsEveryAnswer(burst.Answered);
        await Drain.RunAsync(node, burst.Answered);
        var sound = await Soundness.CheckAsync(node);
        sound.HoldsEveryAnswer(burst.Answered);
        sound.EverythingCameToItsEnd([.. System.IO.Directory.GetFiles(keys).Select(file => Path.GetFileName(file)!)]);
    }

    private static async Task<int> CutAsync(string database)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false, ApplicationName = "cut" }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and application_name <> 'cut'", connection);
        return (int)(long)(await command.ExecuteScalarAsync())!;
    }
}
