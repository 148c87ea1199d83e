using CaseFlow.Runtime.Storage.Commits;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Runtime.Storage.Sqlite;

/// <summary>Inserts a step's events, several a statement: what they share is bound once.</summary>
internal sealed class SqliteEvents(SqliteConnection connection)
{
    private const int MostTogether = 16;
    private const int Shared = 8;
    private const int Own = 4;

    private readonly SqliteCommand?[] _commands = new SqliteCommand?[MostTogether + 1];

    /// <param name="position">The last place in the feed that is taken.</param>
    public void Insert(CaseCommit commit, long position)
    {
        for (var from = 0; from < commit.Events.Count; from += MostTogether)
            InsertSome(commit, from, Math.Min(MostTogether, commit.Events.Count - from), position + from);
    }

    private void InsertSome(CaseCommit commit, int from, int count, long position)
    {
        var command = _commands[count] ??= Prepare(count);
        var values = command.Parameters;
        values[0].Value = commit.CaseId;
        values[1].Value = commit.Tenant;
        values[2].Value = commit.At.ToUnixTimeMilliseconds();
        values[3].Value = commit.Actor.Kind.ToString();
        values[4].Value = commit.Actor.Id;
        values[5].Value = commit.Actor.OnBehalfOf ?? (object)DBNull.Value;
        values[6].Value = commit.Cause;
        values[7].Value = position;
        for (var at = 0; at < count; at++)
        {
            var (first, e) = (Shared + (at * Own), commit.Events[from + at]);
            values[first].Value = e.Sequence;
            values[first + 1].Value = e.Type;
            values[first + 2].Value = e.Payload;
            values[first + 3].Value = e.Hash;
        }

        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(int count)
    {
        var rows = Enumerable.Range(0, count).Select(at => $"($1, $2, $3, $4, $5, $6, $7, {Places(at)}, $8 + {at + 1}, 0)");
        var command = connection.CreateCommand();
        command.CommandText = "insert into case_events (case_id, tenant, at, actor_kind, actor_id, on_behalf_of, cause, sequence, type, payload, hash, position, transaction_id) values "
            + string.Join(", ", rows);
        for (var at = 1; at <= Shared + (count * Own); at++) command.Parameters.Add(new SqliteParameter($"${at}", null));
        command.Prepare();
        return command;
    }

    private static string Places(int at) => string.Join(", ", Enumerable.Range(Shared + 1 + (at * Own), Own).Select(place => $"${place}"));
}
