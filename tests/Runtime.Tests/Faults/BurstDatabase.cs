using System.Collections.Concurrent;
using CaseFlow.BurstHost.Nodes;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Runtime.Tests.Faults;

/// <summary>A database that nodes of the burst host work on, and what they answered.</summary>
/// <param name="Keys">The folder where the activity leaves its idempotency keys.</param>
internal sealed record BurstDatabase(DatabaseProvider Provider, string Connection, string Keys)
{
    /// <summary><c>start CASE</c>, <c>task CASE KEY</c>, <c>message ID</c>.</summary>
    public ConcurrentQueue<string> Answered { get; } = [];

    public static async Task<List<BurstDatabase>> MakeAsync(PostgresCluster cluster, DatabaseProvider provider, string folder, int count)
    {
        var databases = new List<BurstDatabase>();
        if (provider is DatabaseProvider.Postgres)
        {
            for (var at = 0; at < count; at++) databases.Add(new(provider, await cluster.NewDatabaseAsync("burst", PrepareAsync) + ";Maximum Pool Size=3", KeysIn(folder, at)));
            return databases;
        }

        await using var bureau = await Bureau.OpenAsync();
        await LeftFirings.PublishAsync(bureau);
        await using var connection = new SqliteConnection($"Data Source={bureau.DatabaseFile}");
        await connection.OpenAsync();
        for (var at = 0; at < count; at++) databases.Add(new(provider, $"Data Source={await CopyAsync(connection, Path.Combine(folder, $"{at}.db"))}", KeysIn(folder, at)));
        return databases;
    }

    /// <summary>A node in this process, whose clock is so far ahead that every lease has ended and every timer is due.</summary>
    private async Task<Bureau> OpenAsync()
    {
        var postgres = Provider is DatabaseProvider.Postgres;
        var node = await Bureau.OnAsync(postgres ? Connection : null, postgres ? null : new SqliteConnectionStringBuilder(Connection).DataSource, new KeptKeys(Keys));
        node.Time.Now = TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(2);
        return node;
    }

    /// <summary>Looks at what the nodes left, finishes it with one node, and looks again.</summary>
    public async Task FinishAsync()
    {
        await using var node = await OpenAsync();
        (await Soundness.CheckAsync(node)).HoldsEveryAnswer(Answered);
        await Drain.RunAsync(node, Answered);
        var sound = await Soundness.CheckAsync(node);
        sound.HoldsEveryAnswer(Answered);
        sound.EverythingCameToItsEnd([.. System.IO.Directory.GetFiles(Keys).Select(file => Path.GetFileName(file)!)]);
    }

    private static string KeysIn(string folder, int at) => System.IO.Directory.CreateDirectory(Path.Combine(folder, $"{at}.keys")).FullName;

    private static async Task PrepareAsync(string connectionString)
    {
        await using var bureau = await Bureau.OpenAsync(connectionString);
        await LeftFirings.PublishAsync(bureau);
    }

    private static async Task<string> CopyAsync(SqliteConnection from, string file)
    {
        await using var command = from.CreateCommand();
        command.CommandText = $"vacuum into '{file}'";
        await command.ExecuteNonQueryAsync();
        command.CommandText = $"attach '{file}' as copy; pragma copy.journal_mode=wal; detach copy;";
        await command.ExecuteNonQueryAsync();
        return file;
    }
}
