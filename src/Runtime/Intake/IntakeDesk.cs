using CaseFlow.Engine;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Work;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Intake;

/// <summary>Takes requests in: from residents, clerks, grid workers, import and other systems; one door for all.</summary>
public sealed class IntakeDesk
{
    /// <summary>A number can be taken only by a fault of ours or a restored backup; the next block is free then.</summary>
    private const int MostNumbers = 3;

    private readonly Database _database;
    private readonly FlowLibrary _flows;
    private readonly FormDesk _forms;
    private readonly IntakePreparation _preparation;
    private readonly CaseRunner _runner;

    internal IntakeDesk(Database database, FlowLibrary flows, FormDesk forms, IntakePreparation preparation, CaseRunner runner) =>
        (_database, _flows, _forms, _preparation, _runner) = (database, flows, forms, preparation, runner);

    /// <summary>Public flows residents may start, in catalogue order.</summary>
    public Task<IReadOnlyList<ServiceRow>> ServicesAsync(string tenant, CancellationToken cancel = default) => ServicesAsync(tenant, publicOnly: true, cancel);

    /// <summary>Every flow that has a place in the catalogue, for staff who type for somebody.</summary>
    public Task<IReadOnlyList<ServiceRow>> AllServicesAsync(string tenant, CancellationToken cancel = default) => ServicesAsync(tenant, publicOnly: false, cancel);

    /// <summary>Checks the form, keeps personal data apart, gives a number and a follow code and starts the case. Durable when it returns <see cref="Received"/>.</summary>
    public async Task<IntakeOutcome> SubmitAsync(IntakeRequest request, CancellationToken cancel = default)
    {
        if (!request.IsNew && await KnownAsync(request, cancel) is { } known) return known;
        if (await PackageAsync(request, cancel) is not { } package)
            return new NotReceived(new Refused("not-found", $"Expected a service that can be asked for, but there is no {request.FlowKey}."));
        for (var attempt = 1; ; attempt++)
        {
            var prepared = await _preparation.PrepareAsync(request, package, cancel);
            if (prepared.Refusal is { } refusal) return new NotReceived(refusal);
            switch (await _runner.StartAsync(prepared.Command!, prepared.Row, prepared.Extra, cancel))
            {
                case Ran ran:
                    return new Received(ran.State.CaseId, ran.State.Facts.Number, prepared.FollowCode, Promises.Of(ran.State, package));
                case NotRun { Code: "duplicate" } when await KnownAsync(request, cancel) is { } meanwhile:
                    return meanwhile;
                case NotRun { Code: "duplicate" } when attempt < MostNumbers:
                    continue;
                case NotRun failed:
                    return new NotReceived(new Refused(failed.Code, failed.Message));
            }
        }
    }

    private async Task<AlreadyReceived?> KnownAsync(IntakeRequest request, CancellationToken cancel)
    {
        if (request.External is not { } external) return null;
        await using var context = _database.Open(ReadScope.Whole(request.Tenant));
        foreach (var tables in CaseTables.Both(context))
            if (await tables.Cases.Where(row => row.ExternalSource == external.Source && row.ExternalId == external.Id)
                .Select(row => new { row.Id, row.Number }).FirstOrDefaultAsync(cancel) is { } known)
                return new AlreadyReceived(known.Id, known.Number);
        return null;
    }

    /// <summary>Null: no such flow, or one that residents may not start.</summary>
    private async Task<FlowPackage?> PackageAsync(IntakeRequest request, CancellationToken cancel)
    {
        var package = await _flows.NewestAsync(request.Tenant, request.FlowKey, cancel);
        var forStaffOnly = package?.Catalogue is not { Public: true };
        return forStaffOnly && request.Actor?.Kind is null or ActorKind.Reporter ? null : package;
    }

    private async Task<IReadOnlyList<ServiceRow>> ServicesAsync(string tenant, bool publicOnly, CancellationToken cancel)
    {
        await using var context = _database.Open(ReadScope.Whole(tenant));
        var flows = await context.Flows.Where(row => row.Kind != null && (row.Public || !publicOnly)).OrderBy(row => row.Order).ThenBy(row => row.Key)
            .Select(row => new FlowRef(row.Key, row.LatestVersion)).ToListAsync(cancel);
        var services = new List<ServiceRow>(flows.Count);
        foreach (var package in flows.Select(flow => _flows.Package(tenant, flow)))
            services.Add(new ServiceRow(
                package.Ref.Key, package.Ref.Version, package.Catalogue!.Kind, package.Name, package.Catalogue.Description,
                await _forms.FormAsync(tenant, package, package.StartForm, cancel)));
        return services;
    }
}
