using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Intake;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Running;

/// <summary>Opens cases that no person asked for in so many words: by a message, a signal, a time, or another case.</summary>
internal sealed class CaseOpener(Database database, FlowLibrary flows, CalendarLibrary calendars, CaseNumbers numbers, CaseRunner runner, FaultPoints points)
{
    /// <summary>Starts a case of the flow's newest version. <c>unknown-flow</c> when it was never published.</summary>
    public async Task<RunResult> OpenAsync(OpenRequest request, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(request.Tenant));
        var version = await context.Flows.Where(flow => flow.Key == request.FlowKey).Select(flow => (int?)flow.LatestVersion).SingleOrDefaultAsync(cancel);
        if (version is null or 0) return new NotRun("unknown-flow", $"Expected a published flow, but there is no {request.FlowKey}.");
        var flow = new FlowRef(request.FlowKey, version.Value);
        var package = flows.Package(request.Tenant, flow);
        var zone = (await calendars.OfAsync(request.Tenant, cancel)).Default.Zone;
        var number = await numbers.NextAsync(request.Tenant, runner.Now, zone, cancel);
        var kind = package.Catalogue?.Kind ?? request.Kind ?? "project";
        var facts = new CaseFacts(number, request.Tenant, kind, request.Channel, request.ReporterId, runner.Now);
        var start = new StartCase(request.Actor, request.CaseId ?? Guid.CreateVersion7(runner.Now), flow, facts, request.Variables, request.Process, request.StartElement);
        points.Reached(FaultPoints.CaseNumbered);
        var result = await runner.StartAsync(start, request.Intake, request.Extra, cancel);
        points.Reached(FaultPoints.CaseOpened);
        return result;
    }
}

/// <summary>A case to be opened.</summary>
internal sealed record OpenRequest(string Tenant, string FlowKey, Actor Actor, FeelContext Variables, string Channel)
{
    public Guid? CaseId { get; init; }

    public string? Process { get; init; }

    public string? StartElement { get; init; }

    /// <summary>For a flow that is in no catalogue.</summary>
    public string? Kind { get; init; }

    public string? ReporterId { get; init; }

    /// <summary>Its external id makes the opening idempotent.</summary>
    public NewCase Intake { get; init; } = NewCase.Plain;

    public IReadOnlyList<RowWrite> Extra { get; init; } = [];
}
