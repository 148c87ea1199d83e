using System.Collections.Immutable;

namespace CaseFlow.Runtime.Storage.Commits;

/// <summary>
/// One SQL statement of the commit, the same text on every database (parameters <c>$1</c>, <c>$2</c>…). There is one instance
/// of each, so that a database can keep it prepared.
/// </summary>
internal sealed class Statement(string sql, params ReadOnlySpan<StoredType> types)
{
    public string Sql { get; } = sql;

    public ImmutableArray<StoredType> Types { get; } = [.. types];

    public static Statement Insert(string table, params (string Name, StoredType Type)[] columns) =>
        new(InsertSql(table, columns), [.. columns.Select(column => column.Type)]);

    /// <param name="keys">How many of the columns, from the first on, are the table's key.</param>
    public static Statement Upsert(string table, int keys, params (string Name, StoredType Type)[] columns)
    {
        var changes = columns.Skip(keys).Select(column => $"{column.Name} = excluded.{column.Name}");
        var key = string.Join(", ", columns.Take(keys).Select(column => column.Name));
        return new($"{InsertSql(table, columns)} on conflict ({key}) do update set {string.Join(", ", changes)}", [.. columns.Select(column => column.Type)]);
    }

    public static Statement Delete(string table, params (string Name, StoredType Type)[] keys) =>
        new($"delete from {table} where {string.Join(" and ", keys.Select((key, at) => $"{key.Name} = ${at + 1}"))}", [.. keys.Select(key => key.Type)]);

    private static string InsertSql(string table, (string Name, StoredType Type)[] columns) =>
        $"insert into {table} ({string.Join(", ", columns.Select(column => column.Name))}) values ({string.Join(", ", columns.Select((_, at) => $"${at + 1}"))})";
}

/// <summary>How a parameter is stored; each database binds it in its own way.</summary>
internal enum StoredType
{
    Id,
    Text,
    Whole,
    Number,
    Time,
    Bytes,
    Truth,
}
