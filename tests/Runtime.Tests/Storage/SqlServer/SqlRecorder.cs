using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseFlow.Runtime.Tests.Storage.SqlServer;

/// <summary>Keeps what would be sent, after it was held against the server's grammar, and answers without a row.</summary>
internal sealed class SqlRecorder : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> _sent = new();
    private int _count;

    public int Count => _count;

    public IReadOnlyCollection<string> Sent => _sent;

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Record(command);
        return InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable().CreateDataReader());
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Record(command);
        return InterceptionResult<int>.SuppressWithResult(0);
    }

    private void Record(DbCommand command)
    {
        var given = command.Parameters.Cast<DbParameter>().Select(parameter => "@" + parameter.ParameterName.TrimStart('@')).Order(StringComparer.Ordinal).ToList();
        var used = TransactSql.Parameters(command.CommandText);
        if (used.Except(given).Any()) throw new InvalidOperationException($"Expected a value for each of {string.Join(", ", used)}, but {string.Join(", ", given)} are given: {command.CommandText}");
        _sent.Enqueue(command.CommandText);
        Interlocked.Increment(ref _count);
    }
}
