using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Storage;

[Collection(PostgresCollection.Name)]
public sealed class DatabaseMigratorTests(PostgresCluster cluster)
{
    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Has_a_migration_for_everything_in_the_model(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await using var context = bureau.Database.OpenUnscoped();

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
    }

    [SkippableFact]
    public async Task Lets_several_nodes_start_on_an_empty_database_at_once()
    {
        PostgresCluster.SkipWithoutPostgres();
        var connection = await cluster.NewDatabaseAsync();

        var nodes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Bureau.OpenAsync(connection))));

        foreach (var node in nodes) await node.DisposeAsync();
    }

    [Fact]
    public async Task Goes_on_after_a_start_that_was_killed_while_it_migrated()
    {
        await using var bureau = await Bureau.OpenAsync();
        var file = bureau.DatabaseFile + ".killed";
        await ExecuteAsync(file, "create table \"__EFMigrationsLock\" (\"Id\" integer primary key, \"Timestamp\" text not null); insert into \"__EFMigrationsLock\" values (1, '2026-01-01')");

        await using var node = await bureau.NodeAsync(file).WaitAsync(TimeSpan.FromSeconds(20));

        await using var context = node.Database.OpenUnscoped();
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
    }

    private static async Task ExecuteAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
