using CaseFlow.Activities.Ports;
using CaseFlow.Engine;
using CaseFlow.Engine.Commands;
using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Ports;

internal sealed class CaseLinks(Database database, CaseRunner runner) : ICaseLinks
{
    public async Task<Guid?> FindByNumberAsync(string tenant, string number, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        foreach (var tables in CaseTables.Both(context))
            if (await tables.Cases.Where(row => row.Number == number).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancel) is { } id)
                return id;
        return null;
    }

    public async Task LinkAsync(Guid caseId, Guid other, string role, string back, string activity, CancellationToken cancel)
    {
        await OneSideAsync(caseId, other, role, activity, cancel);
        await OneSideAsync(other, caseId, back, activity, cancel);
    }

    public async Task<IReadOnlyList<LinkedCase>> LinkedAsync(string tenant, Guid caseId, string role, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        var ids = await context.CaseLinks.Where(link => link.CaseId == caseId && link.Role == role).Select(link => link.OtherCaseId).ToListAsync(cancel);
        var cases = await LinkedCases.ReadAsync(context, ids, cancel);
        return [.. cases.Values.OrderBy(row => row.Id.ToString("N"), StringComparer.Ordinal).Select(row => new LinkedCase(row.Id, row.Number, row.Open, row.Closure))];
    }

    private async Task OneSideAsync(Guid caseId, Guid other, string role, string activity, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        if (await context.CaseLinks.IgnoreQueryFilters().AnyAsync(link => link.CaseId == caseId && link.OtherCaseId == other && link.Role == role, cancel)) return;
        var result = await runner.AdvanceAsync(caseId, new LinkCase(new Actor(ActorKind.Activity, activity), other, role), cancel);
        if (result is NotRun refused) throw new InvalidOperationException(refused.Message);
    }
}
