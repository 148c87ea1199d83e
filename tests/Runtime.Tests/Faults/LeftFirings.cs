using CaseFlow.BurstHost.Nodes;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Faults;

/// <summary>Which firings a start timer left behind, written by the database itself: from the cases alone nobody can tell a firing that was lost from one that was skipped.</summary>
internal static class LeftFirings
{
    private const string Sqlite =
        """
        create table left_firings (firing bigint not null);
        create trigger left_firing after update of firing on flow_starts begin insert into left_firings values (old.firing); end;
        """;

    private const string Postgres =
        """
        create table left_firings (firing bigint not null);
        create function left_firing() returns trigger language plpgsql as 'begin insert into left_firings values (old.firing); return null; end';
        create trigger left_firing after update of firing on flow_starts for each row execute function left_firing();
        """;

    /// <summary>Publishes the flows of a burst, and writes their firings down from then on.</summary>
    public static async Task PublishAsync(Bureau bureau)
    {
        await BurstFlows.PublishAsync(bureau.Get<Publisher>());
        await using var context = bureau.Database.OpenUnscoped();
        await context.Database.ExecuteSqlRawAsync(bureau.ConnectionString is null ? Sqlite : Postgres);
    }

    public static Task<List<long>> ReadAsync(CaseFlowDbContext context) =>
        context.Database.SqlQueryRaw<long>("select firing as \"Value\" from left_firings").OrderBy(firing => firing).ToListAsync();
}
