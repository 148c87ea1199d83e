using System.Text.Json.Nodes;
using CaseFlow.Activities;
using CaseFlow.Activities.Ports;
using CaseFlow.Engine;
using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Ports;

internal sealed class CaseOpening(Database database, CaseOpener opener) : ICaseOpening
{
    /// <summary>External source of cases that other cases opened: with the key as the id, a second run finds the first one's case.</summary>
    private const string Source = "case";

    public async Task<OpenedCase> OpenAsync(string key, string tenant, Guid openedBy, string flow, JsonObject variables, CancellationToken cancel)
    {
        if (await FindAsync(tenant, key, cancel) is { } before) return before;
        var actor = new Actor(ActorKind.Activity, "open-case", openedBy.ToString());
        var request = new OpenRequest(tenant, flow, actor, FeelNodes.Context(variables), "case") { Intake = new NewCase(Source, key) };
        switch (await opener.OpenAsync(request, cancel))
        {
            case Ran ran:
                return new OpenedCase(ran.State.CaseId, ran.State.Facts.Number);
            case NotRun { Code: "duplicate" }:
                return await FindAsync(tenant, key, cancel) ?? throw new InvalidOperationException("Expected the case that was opened with the same key, but it is gone.");
            case NotRun { MayPass: true } failed:
                throw new InvalidOperationException(failed.Message);
            case NotRun refused:
                throw new SettingException(refused.Message);
            case var other:
                throw new InvalidOperationException($"Expected a result, but found {other}.");
        }
    }

    private async Task<OpenedCase?> FindAsync(string tenant, string key, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        foreach (var tables in CaseTables.Both(context))
            if (await tables.Cases.Where(row => row.ExternalSource == Source && row.ExternalId == key).Select(row => new OpenedCase(row.Id, row.Number)).SingleOrDefaultAsync(cancel) is { } found)
                return found;
        return null;
    }
}
