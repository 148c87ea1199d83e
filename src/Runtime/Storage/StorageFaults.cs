using System.Data.Common;
using CaseFlow.Runtime.Storage.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Runtime.Storage;

/// <summary>Tells a database that can't be reached or can't write from one that was asked something wrong.</summary>
public static class StorageFaults
{
    /// <summary>SQLite: busy, locked, read-only, input or output failed, disk full, can't be opened.</summary>
    private static readonly int[] Sqlite = [5, 6, 8, 10, 13, 14];

    /// <summary>SQL Server's severity from which on the fault is not the statement's.</summary>
    private const int OutOfResources = 17;

    /// <summary>True when the fault, or what it was brought about by, passes by itself or when an operator mends it: asking again is right.</summary>
    public static bool IsUnavailable(Exception? fault) => fault switch
    {
        null => false,
        StorageUnavailableException or DbException { IsTransient: true } => true,
        SqliteException sqlite => Sqlite.Contains(sqlite.SqliteErrorCode),
        SqlException server => server.Class >= OutOfResources || SqlServerFaults.IsBroken(server),
        _ => IsUnavailable(fault.InnerException),
    };
}
