using System.Data.Common;
using System.Data.SqlTypes;

namespace CaseFlow.Runtime.Storage.SqlServer;

/// <summary>Claimers pass over each other's rows (readpast) and hold what they read until it is written (updlock).</summary>
internal sealed class SqlServerDialect : IDatabaseDialect
{
    /// <remarks>Without holdlock two callers could both find the counter missing.</remarks>
    public string MoveCounter =>
        "merge counters with (holdlock) as c using (select {0} as tenant, {1} as name) as given on c.tenant = given.tenant and c.name = given.name "
        + "when matched then update set [next] = c.[next] + {3} when not matched then insert (tenant, name, [next]) values ({0}, {1}, {2}) output inserted.[next] as [Value];";

    /// <summary>The server has no such limit.</summary>
    public string? EndWhenIdle => null;

    public string FeedHorizon => "select cast(min_active_rowversion() as bigint) as [Value]";

    public string Claim(ClaimStatement claim) =>
        $"with free as (select top ({{2}}) * from {claim.Table} with (rowlock, updlock, readpast) where {claim.Free} order by {claim.Order}) "
        + $"update free set {claim.Set} output inserted.*";

    public object Stored(DateTimeOffset time) => time;

    public object Stored(Guid id) => id.ToByteArray(bigEndian: true);

    public int Compare(Guid one, Guid other) => new SqlGuid(one).CompareTo(new SqlGuid(other));

    public Guid Id(DbDataReader row, int column) => new(row.GetFieldValue<byte[]>(column), bigEndian: true);

    public string Lock(string columns, string table, string where) => $"select {columns} from {table} with (rowlock, updlock, readpast) where {where}";

    /// <remarks>A rowversion can't be chosen: readers of the feed meet these events once more, which does no harm (decision 22).</remarks>
    public string RestoreEvents(IReadOnlyList<string> columns, string where)
    {
        var names = string.Join(", ", columns.Where(column => column.Trim('"') != "transaction_id"));
        return $"set identity_insert case_events on; insert into case_events ({names}) select {names} from archived_case_events where {where}; set identity_insert case_events off";
    }
}
