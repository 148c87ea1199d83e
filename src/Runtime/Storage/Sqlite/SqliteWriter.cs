using CaseFlow.Runtime.Storage.Commits;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Runtime.Storage.Sqlite;

/// <summary>The held connection with its prepared commands. Not safe for two threads.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int ConstraintFailed = 19;

    private static readonly Statement InsertEvent = Statement.Insert(
        "case_events", ("case_id", StoredType.Id), ("tenant", StoredType.Text), ("at", StoredType.Time), ("actor_kind", StoredType.Text), ("actor_id", StoredType.Text),
        ("on_behalf_of", StoredType.Text), ("cause", StoredType.Text), ("sequence", StoredType.Whole), ("type", StoredType.Text), ("payload", StoredType.Bytes),
        ("hash", StoredType.Bytes), ("position", StoredType.Whole), ("transaction_id", StoredType.Whole));

    private static readonly Statement BeginNow = new("begin immediate");
    private static readonly Statement Save = new("savepoint one_case");
    private static readonly Statement Release = new("release one_case");
    private static readonly Statement Undo = new("rollback to one_case");
    private static readonly Statement CommitAll = new("commit");
    private static readonly Statement LastPosition = new("select coalesce(max(position), 0) from case_events where transaction_id = 0");

    private readonly SqliteConnection _connection;
    private readonly Dictionary<Statement, SqliteCommand> _commands = [];
    private long _position;

    public SqliteWriter(string connectionString)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        _connection.Open();
        SqlitePragmas.Set(_connection);
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values) command.Dispose();
        _connection.Dispose();
    }

    public void Begin()
    {
        Execute(BeginNow);
        // Another process may have written since: only inside the transaction is the last position certain.
        _position = (long)Prepared(LastPosition).ExecuteScalar()!;
    }

    public void Commit() => Execute(CommitAll);

    public CommitResult Write(CaseCommit commit, out Exception? fault)
    {
        fault = null;
        var position = _position;
        Execute(Save);
        try
        {
            var result = WriteRows(commit);
            if (result is CommitResult.Committed)
            {
                Execute(Release);
                return result;
            }

            GiveUp(position);
            return result;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == ConstraintFailed && e.Message.Contains("taken_messages.", StringComparison.Ordinal))
        {
            GiveUp(position);
            return CommitResult.Duplicate;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == ConstraintFailed)
        {
            GiveUp(position);
            fault = new InvalidOperationException($"Expected rows that fit the step of case {commit.CaseId}, but {e.Message}", e);
            return CommitResult.Conflict;
        }
    }

    private void GiveUp(long position)
    {
        _position = position;
        Execute(Undo);
        Execute(Release);
    }

    private CommitResult WriteRows(CaseCommit commit)
    {
        try
        {
            if (Execute(commit.Case.Statement, commit.Case.Values) != 1) return CommitResult.Conflict;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == ConstraintFailed)
        {
            return CommitResult.Duplicate;
        }

        foreach (var e in commit.Events)
            Execute(
                InsertEvent, commit.CaseId, commit.Tenant, commit.At, commit.Actor.Kind.ToString(), commit.Actor.Id, commit.Actor.OnBehalfOf, commit.Cause,
                e.Sequence, e.Type, e.Payload, e.Hash, ++_position, 0L);
        foreach (var row in commit.Rows) Execute(row.Statement, row.Values);
        return CommitResult.Committed;
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
        var command = _connection.CreateCommand();
        command.CommandText = statement.Sql;
        for (var at = 1; at <= statement.Types.Length; at++) command.Parameters.Add(new SqliteParameter($"${at}", null));
        command.Prepare();
        return _commands[statement] = command;
    }

    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset time => time.ToUnixTimeMilliseconds(),
        decimal number => (double)number,
        _ => value,
    };
}
