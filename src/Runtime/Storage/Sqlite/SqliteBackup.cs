using Microsoft.Data.Sqlite;

namespace CaseFlow.Runtime.Storage.Sqlite;

/// <summary>Copies of a SQLite database, taken while programs write to it and put back when none does.</summary>
public static class SqliteBackup
{
    /// <summary>
    /// Copies the database as it stands at one moment: every step answered before is in it. Writers are not held up. The file has its name only
    /// when it is whole and was found sound.
    /// </summary>
    /// <returns>What the copy holds.</returns>
    /// <exception cref="BackupException">No such database, a file of that name is there, or the copy is not sound.</exception>
    public static async Task<BackupReport> TakeAsync(string database, string to, CancellationToken cancel = default)
    {
        if (!File.Exists(database)) throw new BackupException($"Expected a database, but there is no {database}.");
        if (Path.Exists(to)) throw new BackupException($"Expected a new file for the copy, but {to} is there.");
        if (!System.IO.Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(to)))) throw new BackupException($"Expected a folder for the copy, but there is none for {to}.");
        return await PlaceAsync(database, to, cancel);
    }

    /// <summary>Puts a copy in the place of a database that no program has open. The one that was there is kept beside it.</summary>
    /// <param name="check">Throws when this program can't use the copy; asked before anything is changed.</param>
    /// <returns>What is there now, and where the former database is; null when there was none.</returns>
    /// <exception cref="BackupException">No such copy, one that is not sound, or a program has the database open.</exception>
    public static async Task<(BackupReport Report, string? Former)> RestoreAsync(string copy, string database, Func<string, Task> check, CancellationToken cancel = default)
    {
        if (!File.Exists(copy)) throw new BackupException($"Expected a copy, but there is no {copy}.");
        await check(copy);
        var kept = File.Exists(database) ? $"{database}.{File.GetLastWriteTimeUtc(database):yyyyMMddHHmmss}.former" : null;
        if (kept is not null && Path.Exists(kept)) throw new BackupException($"Expected to keep the former database as {kept}, but that file is there.");
        if (kept is not null) await CloseAsync(database, cancel);
        var whole = database + ".restored";
        File.Delete(whole);
        var report = await PlaceAsync(copy, whole, cancel);
        if (kept is not null) File.Move(database, kept);
        // A log that a lost database left behind would be written into the restored one.
        File.Delete(database + "-wal");
        File.Delete(database + "-shm");
        File.Move(whole, database);
        return (report, kept);
    }

    private static async Task<BackupReport> PlaceAsync(string from, string to, CancellationToken cancel)
    {
        var partial = to + ".partial";
        File.Delete(partial);
        try
        {
            await CopyAsync(from, partial, cancel);
            var report = await ReportAsync(partial, cancel);
            await using (var file = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite)) file.Flush(flushToDisk: true);
            File.Move(partial, to);
            return report with { Bytes = new FileInfo(to).Length };
        }
        catch (SqliteException e)
        {
            throw new BackupException($"Expected to copy {from}, but {e.Message}", e);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static async Task CopyAsync(string from, string to, CancellationToken cancel)
    {
        await using var source = new SqliteConnection(Connection(from, SqliteOpenMode.ReadOnly));
        await using var copy = new SqliteConnection(Connection(to, SqliteOpenMode.ReadWriteCreate));
        await source.OpenAsync(cancel);
        await copy.OpenAsync(cancel);
        // In one piece: copied bit by bit it would begin anew after each write of another program.
        await Task.Run(() => source.BackupDatabase(copy), cancel);
        // One file, without a log beside it that could be forgotten.
        await ScalarAsync(copy, "pragma journal_mode=delete", cancel);
    }

    private static async Task<BackupReport> ReportAsync(string file, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(Connection(file, SqliteOpenMode.ReadWrite));
        await connection.OpenAsync(cancel);
        if (await ScalarAsync(connection, "pragma integrity_check", cancel) is not "ok" and var fault) throw new BackupException($"Expected a sound copy, but SQLite finds: {fault}");
        if (await ScalarAsync(connection, "select count(*) from sqlite_master where name in ('cases', 'case_events')", cancel) is not 2L)
            throw new BackupException("Expected a database of CaseFlow, but it has no cases and events.");
        var (cases, events) = (await ScalarAsync(connection, "select count(*) from cases", cancel), await ScalarAsync(connection, "select count(*) from case_events", cancel));
        return new BackupReport((long)cases!, (long)events!, 0);
    }

    /// <summary>Takes the log into the file, which only works when nobody else has it open.</summary>
    private static async Task CloseAsync(string database, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(Connection(database, SqliteOpenMode.ReadWrite));
        await connection.OpenAsync(cancel);
        try
        {
            if (await ScalarAsync(connection, "pragma journal_mode=delete", cancel) is "delete") return;
        }
        catch (SqliteException)
        {
            // Locked: said below.
        }

        throw new BackupException($"Expected a database that no program has open, but one uses {database}: stop the site first.");
    }

    private static async Task<object?> ScalarAsync(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        // How long the driver would wait for somebody else's lock.
        command.CommandTimeout = 2;
        return await command.ExecuteScalarAsync(cancel);
    }

    private static string Connection(string file, SqliteOpenMode mode) => new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString;
}

/// <summary>What a copy holds.</summary>
public sealed record BackupReport(long Cases, long Events, long Bytes);
