using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Benchmarks.Durable;

/// <summary>Plain ADO.NET on one connection: prepared commands, a statement a row, synchronous=FULL.</summary>
internal sealed class RawSqliteWriter : IStepWriter
{
    private static readonly string InsertEvent = EventColumns.Insert(DatabaseProvider.Sqlite);

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private long _position;

    public RawSqliteWriter(string connectionString)
    {
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
        Prepared("pragma synchronous=full", 0).ExecuteNonQuery();
        Prepared("pragma busy_timeout=10000", 0).ExecuteNonQuery();
        _position = (long)Prepared("select coalesce(max(position), 0) from case_events", 0).ExecuteScalar()!;
    }

    public Task WriteAsync(IReadOnlyList<CaseCommit> steps)
    {
        Execute("begin immediate");
        foreach (var step in steps)
        {
            if (Execute(step.Case.Statement.Sql, step.Case.Values) != 1) throw new InvalidOperationException("Expected the version to hold.");
            foreach (var values in EventColumns.Rows(step, () => ++_position)) Execute(InsertEvent, values);
            foreach (var row in step.Rows) Execute(row.Statement.Sql, row.Values);
        }

        Execute("commit");
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private int Execute(string sql, params object?[] values)
    {
        var command = Prepared(sql, values.Length);
        for (var at = 0; at < values.Length; at++)
            command.Parameters[at].Value = values[at] switch
            {
                null => DBNull.Value,
                DateTimeOffset time => time.ToUnixTimeMilliseconds(),
                decimal number => (double)number,
                var value => value,
            };
        return command.ExecuteNonQuery();
    }

    private SqliteCommand Prepared(string sql, int parameters)
    {
        if (_commands.TryGetValue(sql, out var known)) return known;
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var at = 1; at <= parameters; at++) command.Parameters.Add(new SqliteParameter($"${at}", null));
        command.Prepare();
        return _commands[sql] = command;
    }
}
