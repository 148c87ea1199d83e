namespace CaseFlow.Runtime.Storage;

/// <summary>Claims for databases that compare row values and answer what they changed.</summary>
internal static class RowValueClaims
{
    /// <param name="locking">How the rows found are locked; empty when the database has one writer.</param>
    public static string Sql(ClaimStatement claim, string locking)
    {
        var keys = string.Join(", ", claim.Keys);
        return $"update {claim.Table} set {claim.Set} where ({keys}) in "
            + $"(select {keys} from {claim.Table} where {claim.Free} order by {claim.Order} limit {{2}}{locking}) returning *";
    }

    /// <summary>The same upsert on both.</summary>
    public const string MoveCounter =
        "insert into counters (tenant, name, next) values ({0}, {1}, {2}) on conflict (tenant, name) do update set next = counters.next + {3} returning next as \"Value\"";
}
