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

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Refuses_a_database_that_a_newer_program_has_changed(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await using (var context = bureau.Database.OpenUnscoped())
            await context.Database.ExecuteSqlAsync($"""insert into "__EFMigrationsHistory" ("MigrationId", "ProductVersion") values ('99990101000000_Later', '99.0.0')""");
        const string message = "Expected a database of this program or an older one, but a newer one has brought it to 99990101000000_Later: start that version, or restore a backup from before. Nothing was changed.";

        Assert.Equal(message, (await Assert.ThrowsAsync<DatabaseVersionException>(() => bureau.Get<DatabaseMigrator>().MigrateAsync())).Message);
        Assert.Equal(message, (await Assert.ThrowsAsync<DatabaseVersionException>(() => bureau.Get<DatabaseMigrator>().CheckAsync())).Message);
        await Assert.ThrowsAsync<DatabaseVersionException>(bureau.SecondNodeAsync);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Says_what_an_older_database_lacks_to_a_program_that_only_reads(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await using var context = bureau.Database.OpenUnscoped();
        var last = context.Database.GetMigrations().Last();
        await context.Database.ExecuteSqlAsync($"""delete from "__EFMigrationsHistory" where "MigrationId" = {last}""");

        var fault = await Assert.ThrowsAsync<DatabaseVersionException>(() => bureau.Get<DatabaseMigrator>().CheckAsync());

        Assert.StartsWith($"Expected a database with this program's schema, but it lacks {last}: ", fault.Message, StringComparison.Ordinal);
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
