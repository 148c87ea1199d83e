using System.Data.Common;

namespace CaseFlow.Runtime.Storage.Postgres;

/// <summary>Claimers pass over each other's rows.</summary>
internal sealed class PostgresDialect : IDatabaseDialect
{
    public string MoveCounter => RowValueClaims.MoveCounter;

    public string EndWhenIdle => "set local idle_in_transaction_session_timeout = '60s'";

    public string FeedHorizon => "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as \"Value\"";

    public string Claim(ClaimStatement claim) => RowValueClaims.Sql(claim, " for update skip locked");

    public object Stored(DateTimeOffset time) => time.UtcDateTime;

    public object Stored(Guid id) => id;

    public int Compare(Guid one, Guid other) => one.CompareTo(other);

    public Guid Id(DbDataReader row, int column) => row.GetGuid(column);

    public string Lock(string columns, string table, string where) => $"select {columns} from {table} where {where} for update skip locked";

    public string RestoreEvents(IReadOnlyList<string> columns, string where) =>
        $"insert into case_events ({string.Join(", ", columns)}) overriding system value select {string.Join(", ", columns)} from archived_case_events where {where}";
}
