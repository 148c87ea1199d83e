using CaseFlow.TestSupport;
using Npgsql;

namespace CaseFlow.Runtime.Tests.Support;

public sealed class PostgresClusterTests
{
    [SkippableFact]
    public async Task Each_database_is_a_copy_of_its_template_and_its_own()
    {
        PostgresCluster.SkipWithoutPostgres();
        var cluster = new PostgresCluster();
        await cluster.InitializeAsync();
        try
        {
            var first = await cluster.NewDatabaseAsync("prepared", PrepareAsync);
            var second = await cluster.NewDatabaseAsync("prepared", PrepareAsync);
            await ScalarAsync(first, "INSERT INTO notes VALUES (2) RETURNING n");

            Assert.Equal(2L, await ScalarAsync(first, "SELECT count(*) FROM notes"));
            Assert.Equal(1L, await ScalarAsync(second, "SELECT count(*) FROM notes"));
            Assert.Equal(DBNull.Value, await ScalarAsync(await cluster.NewDatabaseAsync(), "SELECT to_regclass('notes')::text"));
        }
        finally
        {
            await cluster.DisposeAsync();
        }
    }

    private static async Task PrepareAsync(string connectionString) =>
        await ScalarAsync(connectionString, "CREATE TABLE notes (n int); INSERT INTO notes VALUES (1) RETURNING n");

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
