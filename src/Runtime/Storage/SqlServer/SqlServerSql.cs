using CaseFlow.Runtime.Storage.Commits;

namespace CaseFlow.Runtime.Storage.SqlServer;

/// <summary>
/// A statement in T-SQL. It has no upsert that two sessions could run at once without locks held: the row is looked for and kept
/// (updlock, serializable), then changed or made.
/// </summary>
internal static class SqlServerSql
{
    private const string Held = "with (updlock, serializable)";

    /// <param name="first">Number of the first parameter; they are named <c>@p0</c>, <c>@p1</c>… in the order of the statement's columns.</param>
    public static string Of(Statement statement, int first) => statement.Kind switch
    {
        StatementKind.Insert => Insert(statement, first),
        StatementKind.InsertIfAbsent =>
            $"insert into {statement.Table} ({Columns(statement)}) select {Values(statement, first)} where not exists (select 1 from {statement.Table} {Held} where {Where(statement, first)});",
        StatementKind.Upsert =>
            $"update {statement.Table} {Held} set {Assignments(statement, first + statement.Key.Length)} where {Where(statement, first)}; if @@rowcount = 0 {Insert(statement, first)}",
        StatementKind.Update => $"update {statement.Table} set {Assignments(statement, first)} where {Where(statement, first + statement.Written.Length)};",
        StatementKind.Delete => $"delete from {statement.Table} where {Where(statement, first)};",
        _ => throw new ArgumentOutOfRangeException(nameof(statement), statement.Kind, null),
    };

    private static string Insert(Statement statement, int first) => $"insert into {statement.Table} ({Columns(statement)}) values ({Values(statement, first)});";

    private static string Columns(Statement statement) => string.Join(", ", statement.Parameters.Select(Name));

    private static string Values(Statement statement, int first) => string.Join(", ", Enumerable.Range(first, statement.Parameters.Length).Select(at => $"@p{at}"));

    private static string Assignments(Statement statement, int first) =>
        string.Join(", ", statement.Written.Select((column, at) => $"{Name(column)} = {OnConflictSql.Assigned(column, $"@p{first + at}", Name(column))}"));

    private static string Where(Statement statement, int first)
    {
        var keys = string.Join(" and ", statement.Key.Select((column, at) => $"{Name(column)} = @p{first + at}"));
        return statement.Condition is null ? keys : $"{keys} and {statement.Condition}";
    }

    /// <summary>Key, by, of and others are words of the language.</summary>
    private static string Name(StoredColumn column) => $"[{column.Name.Trim('"')}]";
}
