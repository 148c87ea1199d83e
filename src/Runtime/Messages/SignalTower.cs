using System.Runtime.CompilerServices;
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
    /// <exception cref="InvalidOperationException">One could not take it now; all others have. Broadcast it again.</exception>
    public async Task<int> BroadcastAsync(string tenant, string id, string name, FeelContext variables, Actor actor, CancellationToken cancel)
    {
        var (count, last) = (0, Guid.Empty);
        NotRun? missed = null;
        while (await CasesAsync(tenant, name, last, cancel) is { Count: > 0 } cases)
        {
            foreach (var caseId in cases) Count(await runner.AdvanceAsync(caseId, new DeliverSignal(actor, name, variables), Once(tenant, $"{id}:{caseId:N}", caseId), cancel));
            last = cases[^1];
        }

        await foreach (var started in StartAsync(tenant, id, name, variables, actor, cancel)) Count(started);
        return missed is null ? count : throw new InvalidOperationException(missed.Message);

        void Count(RunResult result)
        {
            if (result is Ran) count++;
            else if (result is NotRun { MayPass: true } failed) missed ??= failed;
        }
    }

    private async IAsyncEnumerable<RunResult> StartAsync(
        string tenant, string id, string name, FeelContext variables, Actor actor, [EnumeratorCancellation] CancellationToken cancel)
    {
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
            yield return await opener.OpenAsync(request, cancel);
        }
    }

    private async Task<List<Guid>> CasesAsync(string tenant, string name, Guid after, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        return await context.Subscriptions.Where(wait => wait.Kind == SubscriptionKind.Signal && wait.Name == name && wait.CaseId.CompareTo(after) > 0)
            .Select(wait => wait.CaseId).Distinct().OrderBy(caseId => caseId).Take(CasesAtOnce).ToListAsync(cancel);
    }

    private List<RowWrite> Once(string tenant, string id, Guid caseId) => [new(Statements.TakeMessage, tenant, $"signal:{id}", caseId, runner.Now)];
}
