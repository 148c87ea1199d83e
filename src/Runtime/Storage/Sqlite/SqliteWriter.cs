using CaseFlow.Runtime.Storage.Commits;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Runtime.Storage.Sqlite;

/// <summary>The held connection with its prepared commands. Not safe for two threads.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int ConstraintFailed = 19;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<Statement, SqliteCommand> _commands = [];
    private readonly SqliteEvents _events;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _rollback;
    private readonly SqliteCommand _lastPosition;
    private long _position;

    public SqliteWriter(string connectionString)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        _connection.Open();
        SqlitePragmas.Set(_connection);
        _events = new SqliteEvents(_connection);
        _begin = Prepare("begin immediate");
        _commit = Prepare("commit");
        _rollback = Prepare("rollback");
        _lastPosition = Prepare("select coalesce(max(position), 0) from case_events where transaction_id = 0");
    }

    public void Dispose()
    {
        // Closing the connection undoes what was not committed.
        _connection.Dispose();
    }

    public void Begin()
    {
        _begin.ExecuteNonQuery();
        // Another process may have written since: only inside the transaction is the last position certain.
        _position = (long)_lastPosition.ExecuteScalar()!;
    }

    public void Commit() => _commit.ExecuteNonQuery();

    public void Rollback() => _rollback.ExecuteNonQuery();

    /// <returns>Other than <see cref="CommitResult.Committed"/>: nothing was written.</returns>
    /// <exception cref="SpoiledException">Some rows were written before one did not fit: the transaction must be rolled back.</exception>
    public CommitResult Write(CaseCommit commit)
    {
        try
        {
            if (Execute(commit.Case.Statement, commit.Case.Values) != 1) return CommitResult.Conflict;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == ConstraintFailed)
        {
            return CommitResult.Duplicate;
        }

        try
        {
            WriteRows(commit);
            return CommitResult.Committed;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == ConstraintFailed)
        {
            throw new SpoiledException($"Expected rows that fit the step of case {commit.CaseId}, but {e.Message}", e);
        }
    }

    private void WriteRows(CaseCommit commit)
    {
        _events.Insert(commit, _position);
        _position += commit.Events.Count;
        foreach (var row in commit.Rows)
        {
            var changed = Execute(row.Statement, row.Values);
            if (row.Statement.IsDemanded && changed != 1) throw new SpoiledException($"Expected the row of {row.Statement} that the step of case {commit.CaseId} demands, but it is gone or another.");
        }
    }

    private int Execute(Statement statement, params ReadOnlySpan<object?> values)
    {
        var command = Prepared(statement);
        for (var at = 0; at < values.Length; at++) command.Parameters[at].Value = Stored(values[at]);
        return command.ExecuteNonQuery();
    }

    private SqliteCommand Prepared(Statement statement)
    {
        if (_commands.TryGetValue(statement, out var known)) return known;
        return _commands[statement] = Prepare(statement.Sql, statement.Parameters.Length);
    }

    private SqliteCommand Prepare(string sql, int parameters = 0)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var at = 1; at <= parameters; at++) command.Parameters.Add(new SqliteParameter($"${at}", null));
        command.Prepare();
        return command;
    }

    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset time => time.ToUnixTimeMilliseconds(),
        decimal number => (double)number,
        _ => value,
    };
}
