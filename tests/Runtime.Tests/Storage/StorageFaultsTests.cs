using CaseFlow.Runtime.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CaseFlow.Runtime.Tests.Storage;

public sealed class StorageFaultsTests
{
    private static readonly PostgresException ShuttingDown = new("the server is going away", "FATAL", "FATAL", PostgresErrorCodes.AdminShutdown);
    private static readonly PostgresException Wrong = new("no such table", "ERROR", "ERROR", PostgresErrorCodes.UndefinedTable);

    [Fact]
    public void A_database_that_is_away_or_full_is_unavailable() => Assert.All(
        new Exception[] { new StorageUnavailableException("away"), ShuttingDown, new SqliteException("disk full", 13), new InvalidOperationException("wrapped", ShuttingDown) },
        fault => Assert.True(StorageFaults.IsUnavailable(fault)));

    [Fact]
    public void A_wrong_question_is_not() => Assert.All(
        new Exception[] { Wrong, new SqliteException("constraint", 19), new InvalidOperationException("ours"), new InvalidOperationException("wrapped", Wrong) },
        fault => Assert.False(StorageFaults.IsUnavailable(fault)));
}
