using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks.Timers;

/// <summary>Puts rows of timers that wait for years into the database, in one statement.</summary>
internal static class PendingTimers
{
    private const string Postgres =
        "insert into due_rows (case_id, key, kind, mark, due_at, visible_at, attempts, tenant) "
        + "select gen_random_uuid(), 1, 'Timer', null, at, at, 0, {1} from (select now() + interval '1 year' + n * interval '1 minute' as at from generate_series(1, {0}) as n) as times";

    private const string Sqlite =
        "with recursive times(n) as (select 1 union all select n + 1 from times where n < {0}) "
        + "insert into due_rows (case_id, key, kind, mark, due_at, visible_at, attempts, tenant) "
        + "select substr(id, 1, 8) || '-' || substr(id, 9, 4) || '-' || substr(id, 13, 4) || '-' || substr(id, 17, 4) || '-' || substr(id, 21), 1, 'Timer', null, at, at, 0, {1} "
        + "from (select hex(randomblob(16)) as id, (unixepoch() + 31536000 + n * 60) * 1000 as at from times)";

    public static async Task AddAsync(Database database, DatabaseProvider provider, int count)
    {
        await using var context = database.OpenUnscoped();
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        await context.Database.ExecuteSqlRawAsync(provider is DatabaseProvider.Sqlite ? Sqlite : Postgres, count, TimerCases.Tenant);
        if (provider is DatabaseProvider.Postgres) await context.Database.ExecuteSqlRawAsync("analyze due_rows");
    }

    public static async Task<int> FiredAsync(Database database)
    {
        await using var context = database.Open(ReadScope.Whole(TimerCases.Tenant));
        return await context.CaseEvents.CountAsync(e => e.Type == "timer-fired");
    }
}
