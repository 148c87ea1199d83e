using Microsoft.Data.SqlClient;

namespace CaseFlow.Runtime.Storage.SqlServer;

/// <summary>An application lock of a session: freed with it.</summary>
internal sealed class SqlServerMigrationLock(DatabaseOptions options) : IMigrationLock
{
    /// <remarks>A negative answer is no lock: -1 time-out, -2 cancelled, -3 deadlock.</remarks>
    public const string Sql =
        "declare @got int; exec @got = sp_getapplock @Resource = N'caseflow-migrations', @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = -1; select @got;";

    public async Task<IAsyncDisposable> TakeAsync(CancellationToken cancel)
    {
        // Unpooled: a pooled session would outlive the lock's holder and keep it.
        var connection = new SqlConnection(new SqlConnectionStringBuilder(options.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var command = new SqlCommand(Sql, connection) { CommandTimeout = 0 };
        if (await command.ExecuteScalarAsync(cancel) is int and >= 0) return connection;
        await connection.DisposeAsync();
        throw new InvalidOperationException("Expected the lock of the migrations, but the server did not give it.");
    }
}
