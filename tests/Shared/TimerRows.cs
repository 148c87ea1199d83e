namespace CaseFlow.TestSupport;

/// <summary>Due rows of timers, of cases that are not there, added by one statement: what a claim has to find its way through.</summary>
public static class TimerRows
{
    private const string Columns = "insert into due_rows (case_id, key, kind, mark, due_at, visible_at, attempts, tenant) ";

    /// <summary>Parameters: how many, the tenant, milliseconds since 1970 of the first, milliseconds from each to the next.</summary>
    public const string Postgres = Columns
        + "select gen_random_uuid(), 1, 'Timer', null, at, at, 0, {1} "
        + "from (select to_timestamp(({2}::bigint + n * {3}::bigint) / 1000.0) as at from generate_series(1, {0}) as n) as times";

    /// <inheritdoc cref="Postgres"/>
    public const string Sqlite =
        "with recursive times(n) as (select 1 union all select n + 1 from times where n < {0}) " + Columns
        + "select substr(id, 1, 8) || '-' || substr(id, 9, 4) || '-' || substr(id, 13, 4) || '-' || substr(id, 17, 4) || '-' || substr(id, 21), 1, 'Timer', null, at, at, 0, {1} "
        + "from (select hex(randomblob(16)) as id, {2} + n * {3} as at from times)";
}
