using CaseFlow.Engine;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Messages;

/// <summary>Broadcasts a signal to every case of the tenant that waits for it. A broadcast that is run again reaches no case twice.</summary>
internal sealed class SignalTower(Database database, MessageWaits waits, CaseRunner runner, CaseOpener opener)
{
    private const int CasesAtOnce = 200;

    /// <param name="id">Names this broadcast.</param>
    /// <returns>How many cases took it.</returns>
    public async Task<int> BroadcastAsync(string tenant, string id, string name, FeelContext variables, Actor actor, CancellationToken cancel)
    {
        var (count, last) = (0, Guid.Empty);
        while (await CasesAsync(tenant, name, last, cancel) is { Count: > 0 } cases)
        {
            foreach (var caseId in cases)
                if (await runner.AdvanceAsync(caseId, new DeliverSignal(actor, name, variables), Once(tenant, $"{id}:{caseId:N}", caseId), cancel) is Ran)
                    count++;
            last = cases[^1];
        }

        return count + await StartAsync(tenant, id, name, variables, actor, cancel);
    }

    private async Task<int> StartAsync(string tenant, string id, string name, FeelContext variables, Actor actor, CancellationToken cancel)
    {
        var count = 0;
        foreach (var start in await waits.StartsAsync(tenant, StartKind.Signal, name, cancel))
        {
            var caseId = Guid.CreateVersion7(runner.Now);
            var request = new OpenRequest(tenant, start.FlowKey, actor, variables, "case")
            {
                CaseId = caseId,
                Process = start.Process,
                StartElement = start.ElementId,
                Extra = Once(tenant, $"{id}:{start.FlowKey}:{start.ElementId}", caseId),
            };
            if (await opener.OpenAsync(request, cancel) is Ran) count++;
        }

        return count;
    }

    private async Task<List<Guid>> CasesAsync(string tenant, string name, Guid after, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        return await context.Subscriptions.Where(wait => wait.Kind == SubscriptionKind.Signal && wait.Name == name && wait.CaseId.CompareTo(after) > 0)
            .Select(wait => wait.CaseId).Distinct().OrderBy(caseId => caseId).Take(CasesAtOnce).ToListAsync(cancel);
    }

    private List<RowWrite> Once(string tenant, string id, Guid caseId) => [new(Statements.TakeMessage, tenant, $"signal:{id}", caseId, runner.Now)];
}
