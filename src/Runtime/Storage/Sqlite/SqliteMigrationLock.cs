using Microsoft.Data.Sqlite;

namespace CaseFlow.Runtime.Storage.Sqlite;

/// <summary>A locked file beside the database. EF's own lock is a row, which a killed process would leave for ever: it is removed here.</summary>
internal sealed class SqliteMigrationLock(DatabaseOptions options) : IMigrationLock
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    private int _held;

    /// <summary>This process migrates: EF Core begins transactions then.</summary>
    public bool IsHeld => Volatile.Read(ref _held) > 0;

    public async Task<IAsyncDisposable> TakeAsync(CancellationToken cancel)
    {
        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var held = await LockAsync(file + ".lock", cancel);
        try
        {
            await PrepareAsync(cancel);
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }

        Interlocked.Increment(ref _held);
        return new Held(this, held);
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(Between, cancel);
            }
        }
    }

    private async Task PrepareAsync(CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(options.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = SqlitePragmas.Sql + "pragma journal_mode=wal; drop table if exists \"__EFMigrationsLock\";";
        await command.ExecuteNonQueryAsync(cancel);
    }

    private sealed class Held(SqliteMigrationLock of, FileStream file) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            Interlocked.Decrement(ref of._held);
            await file.DisposeAsync();
        }
    }
}
