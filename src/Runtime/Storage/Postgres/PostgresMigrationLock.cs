using Npgsql;

namespace CaseFlow.Runtime.Storage.Postgres;

/// <summary>An advisory lock of a session: freed with it.</summary>
internal sealed class PostgresMigrationLock(DatabaseOptions options) : IMigrationLock
{
    private const string Sql = "select pg_advisory_lock(hashtext('caseflow-migrations'))";

    public async Task<IAsyncDisposable> TakeAsync(CancellationToken cancel)
    {
        // Unpooled: a pooled session would outlive the lock's holder and keep it.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(Sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
        return connection;
    }
}
