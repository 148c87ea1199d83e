using System.Collections.Concurrent;
using CaseFlow.Runtime.Storage.Commits;

namespace CaseFlow.Runtime.Storage.Postgres;

/// <summary>
/// Statements that write many rows at once: each parameter is an array, one item a row. The text does not hang on how many rows there
/// are, so each is prepared once a connection.
/// </summary>
internal static class PostgresSql
{
    private static readonly ConcurrentDictionary<Statement, string> ManySql = new();
    private static readonly ConcurrentDictionary<Statement, string> CheckedSql = new();

    private static readonly ConcurrentDictionary<Statement, string> DemandedSql = new();

    public static string Many(Statement statement) => ManySql.GetOrAdd(statement, BuildMany);

    /// <summary>As <see cref="Many"/>, for the rows of the cases themselves: fails with <c>division_by_zero</c> unless it changed as many rows as the last parameter says.</summary>
    public static string ManyChecked(Statement statement) => CheckedSql.GetOrAdd(
        statement, update => $"with changed as ({BuildMany(update)} returning 1) select 1 / (count(*) = ${update.Parameters.Length + 1})::int from changed");

    /// <summary>As <see cref="Many"/>, for rows that a step demands: fails with <c>invalid_argument_for_power_function</c> unless it changed as many rows as the last parameter says.</summary>
    public static string ManyDemanded(Statement statement) => DemandedSql.GetOrAdd(
        statement, change => $"with changed as ({BuildMany(change)} returning 1) select sqrt((count(*) = ${change.Parameters.Length + 1})::int - 1) from changed");

    private static string BuildMany(Statement statement) => statement.Kind switch
    {
        StatementKind.Insert => Insert(statement),
        StatementKind.InsertIfAbsent => $"{Insert(statement)} on conflict do nothing",
        StatementKind.Upsert => $"{Insert(statement)} {OnConflictSql.OnConflict(statement)}",
        StatementKind.Update => $"update {statement.Table} as t set {string.Join(", ", statement.Written.Select(Assignment))} from {Rows(statement)} where {Where(statement)}",
        StatementKind.Delete => $"delete from {statement.Table} as t using {Rows(statement)} where {Where(statement)}",
        _ => throw new ArgumentOutOfRangeException(nameof(statement), statement.Kind, null),
    };

    private static string Insert(Statement statement) => $"insert into {statement.Table} ({OnConflictSql.Columns(statement)}) select * from {Rows(statement)}";

    /// <summary>The arrays side by side. As functions in <c>from</c> the server would first write down each of them whole.</summary>
    private static string Rows(Statement statement) => $"(select {string.Join(", ", Enumerable.Range(1, statement.Parameters.Length).Select(at => $"unnest(${at}) as v{at}"))}) as v";

    private static string Assignment(StoredColumn column, int at) => $"{column.Name} = {OnConflictSql.Assigned(column, $"v.v{at + 1}", $"t.{column.Name}")}";

    private static string Where(Statement statement)
    {
        var first = statement.Kind is StatementKind.Update ? statement.Written.Length + 1 : 1;
        var keys = string.Join(" and ", statement.Key.Select((column, at) => $"t.{column.Name} = v.v{first + at}"));
        return statement.Condition is null ? keys : $"{keys} and t.{statement.Condition}";
    }
}
