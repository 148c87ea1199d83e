namespace CaseFlow.Runtime.Storage.Sqlite;

/// <summary>One writer at a time: nothing needs a lock of its own.</summary>
internal sealed class SqliteDialect : IDatabaseDialect
{
    public string MoveCounter => RowValueClaims.MoveCounter;

    public string? FeedHorizon => null;

    public string Claim(ClaimStatement claim) => RowValueClaims.Sql(claim, "");

    public object Stored(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
