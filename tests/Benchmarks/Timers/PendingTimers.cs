using CaseFlow.Runtime.Storage;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks.Timers;

/// <summary>Puts rows of timers that wait for years into the database, in one statement.</summary>
internal static class PendingTimers
{
    public static async Task AddAsync(Database database, DatabaseProvider provider, int count)
    {
        await using var context = database.OpenUnscoped();
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        var nextYear = TimeProvider.System.GetUtcNow().AddYears(1).ToUnixTimeMilliseconds();
        await context.Database.ExecuteSqlRawAsync(provider is DatabaseProvider.Sqlite ? TimerRows.Sqlite : TimerRows.Postgres, count, TimerCases.Tenant, nextYear, 60_000);
        if (provider is DatabaseProvider.Postgres) await context.Database.ExecuteSqlRawAsync("analyze due_rows");
    }

    public static async Task<int> FiredAsync(Database database)
    {
        await using var context = database.Open(ReadScope.Whole(TimerCases.Tenant));
        return await context.CaseEvents.CountAsync(e => e.Type == "timer-fired");
    }
}
