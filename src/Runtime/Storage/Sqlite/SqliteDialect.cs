using System.Data.Common;

namespace CaseFlow.Runtime.Storage.Sqlite;

/// <summary>One writer at a time: nothing needs a lock of its own.</summary>
internal sealed class SqliteDialect : IDatabaseDialect
{
    public string MoveCounter => RowValueClaims.MoveCounter;

    public string? FeedHorizon => null;

    public string? EndWhenIdle => null;

    public string Claim(ClaimStatement claim) => RowValueClaims.Sql(claim, "");

    public object Stored(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public object Stored(Guid id) => id;

    public int Compare(Guid one, Guid other) => one.CompareTo(other);

    public Guid Id(DbDataReader row, int column) => row.GetGuid(column);

    public string Lock(string columns, string table, string where) => $"select {columns} from {table} where {where}";

    public string RestoreEvents(IReadOnlyList<string> columns, string where) =>
        $"insert into case_events ({string.Join(", ", columns)}) select {string.Join(", ", columns)} from archived_case_events where {where}";
}
