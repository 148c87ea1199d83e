namespace CaseFlow.Runtime.Storage.Postgres;

/// <summary>Claimers pass over each other's rows.</summary>
internal sealed class PostgresDialect : IDatabaseDialect
{
    public string MoveCounter => RowValueClaims.MoveCounter;

    public string FeedHorizon => "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as \"Value\"";

    public string Claim(ClaimStatement claim) => RowValueClaims.Sql(claim, " for update skip locked");

    public object Stored(DateTimeOffset time) => time.UtcDateTime;
}
