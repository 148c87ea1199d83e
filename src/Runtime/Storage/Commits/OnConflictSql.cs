namespace CaseFlow.Runtime.Storage.Commits;

/// <summary>A statement as the databases read it that know <c>on conflict</c>.</summary>
internal static class OnConflictSql
{
    public static string Of(Statement statement) => statement.Kind switch
    {
        StatementKind.Insert => Insert(statement),
        StatementKind.InsertIfAbsent => $"{Insert(statement)} on conflict do nothing",
        StatementKind.Upsert => $"{Insert(statement)} {OnConflict(statement)}",
        StatementKind.Update => $"update {statement.Table} set {string.Join(", ", statement.Written.Select(Assignment))} where {Where(statement, statement.Written.Length)}",
        StatementKind.Delete => $"delete from {statement.Table} where {Where(statement, 0)}",
        _ => throw new ArgumentOutOfRangeException(nameof(statement), statement.Kind, null),
    };

    public static string Columns(Statement statement) => string.Join(", ", statement.Parameters.Select(column => column.Name));

    public static string OnConflict(Statement statement)
    {
        var key = string.Join(", ", statement.Key.Select(column => column.Name));
        return $"on conflict ({key}) do update set {string.Join(", ", statement.Written.Select(column => $"{column.Name} = excluded.{column.Name}"))}";
    }

    /// <param name="value">The new value, in SQL.</param>
    /// <param name="old">The column as it stands, in SQL.</param>
    public static string Assigned(StoredColumn column, string value, string old) => column.Rule switch
    {
        ColumnRule.KeepStored => $"coalesce({old}, {value})",
        ColumnRule.KeepWhenNull => $"coalesce({value}, {old})",
        ColumnRule.KeepUntilNull => $"case when {value} is null then null else coalesce({old}, {value}) end",
        _ => value,
    };

    private static string Insert(Statement statement) =>
        $"insert into {statement.Table} ({Columns(statement)}) values ({string.Join(", ", Enumerable.Range(1, statement.Parameters.Length).Select(at => $"${at}"))})";

    private static string Assignment(StoredColumn column, int at) => $"{column.Name} = {Assigned(column, $"${at + 1}", column.Name)}";

    private static string Where(Statement statement, int before)
    {
        var keys = string.Join(" and ", statement.Key.Select((column, at) => $"{column.Name} = ${before + at + 1}"));
        return statement.Condition is null ? keys : $"{keys} and {statement.Condition}";
    }
}
