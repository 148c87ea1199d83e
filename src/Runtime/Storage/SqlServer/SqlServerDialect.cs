namespace CaseFlow.Runtime.Storage.SqlServer;

/// <summary>Claimers pass over each other's rows (readpast) and hold what they read until it is written (updlock).</summary>
internal sealed class SqlServerDialect : IDatabaseDialect
{
    /// <remarks>Without holdlock two callers could both find the counter missing.</remarks>
    public string MoveCounter =>
        "merge counters with (holdlock) as c using (select {0} as tenant, {1} as name) as given on c.tenant = given.tenant and c.name = given.name "
        + "when matched then update set [next] = c.[next] + {3} when not matched then insert (tenant, name, [next]) values ({0}, {1}, {2}) output inserted.[next] as [Value];";

    public string FeedHorizon => "select cast(min_active_rowversion() as bigint) as [Value]";

    public string Claim(ClaimStatement claim) =>
        $"with free as (select top ({{2}}) * from {claim.Table} with (rowlock, updlock, readpast) where {claim.Free} order by {claim.Order}) "
        + $"update free set {claim.Set} output inserted.*";

    public object Stored(DateTimeOffset time) => time;
}
