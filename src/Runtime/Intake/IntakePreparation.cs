using System.Collections.Immutable;
using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Documents;
using CaseFlow.Runtime.People;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Storage.Commits;
using CaseFlow.Runtime.Work;

namespace CaseFlow.Runtime.Intake;

/// <summary>A request ready to be started, or why it can't be.</summary>
/// <param name="FollowCode">Empty when none was asked for.</param>
internal sealed record PreparedIntake(
    Refused? Refusal, StartCase? Command, NewCase Row, IReadOnlyList<RowWrite> Extra, string FollowCode)
{
    public static PreparedIntake Not(Refused refusal) => new(refusal, null, NewCase.Plain, [], "");

    public static PreparedIntake Not(string code, string message) => Not(new Refused(code, message));
}

/// <summary>Makes a command out of a request: checks the form, finds the person and the unit, takes a number and a code.</summary>
internal sealed class IntakePreparation(
    FormDesk forms, UnitDirectory directory, CalendarLibrary calendars, PersonRegister people, CaseNumbers numbers, DocumentStore documents, TimeProvider time)
{
    /// <summary>How far the sender's clock may be ahead of ours.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    public async Task<PreparedIntake> PrepareAsync(IntakeRequest request, FlowPackage package, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (request.ReceivedAt > now + Slack) return PreparedIntake.Not("received-in-future", $"Expected a request received by now, but it says {request.ReceivedAt:O}.");
        var form = await forms.CheckAsync(request.Tenant, package, package.StartForm, request.Values, cancel);
        if (!form.Errors.IsEmpty) return PreparedIntake.Not(FormDesk.Refusal(form));
        var tree = await directory.TreeAsync(request.Tenant, cancel);
        if (request.Unit is not null && tree.Find(request.Unit) is null) return PreparedIntake.Not("unknown-unit", $"Expected a unit of {request.Tenant}, but there is no {request.Unit}.");
        return await PrepareAsync(request, package, form, tree, now, cancel);
    }

    private async Task<PreparedIntake> PrepareAsync(
        IntakeRequest request, FlowPackage package, FormResult form, UnitTree tree, DateTimeOffset now, CancellationToken cancel)
    {
        var person = await people.FindOrAddAsync(request.Tenant, form.Personal, cancel);
        var zone = (await calendars.OfAsync(request.Tenant, cancel)).Default.Zone;
        var number = await numbers.NextAsync(request.Tenant, now, zone, cancel);
        var facts = new CaseFacts(
            number, request.Tenant, request.Kind ?? package.Catalogue?.Kind ?? "complaint", request.Channel, person?.PersonId ?? ReporterOf(request.Actor), request.ReceivedAt ?? now);
        var files = await FilesAsync(request, package, form, cancel);
        var command = new StartCase(ActorOf(request.Actor, facts.ReporterId), Guid.CreateVersion7(now), package.Ref, facts, VariablesOf(request, form.Values, tree)) { Documents = files };
        var code = request.WithFollowCode ? FollowCodes.New() : "";
        var row = new NewCase(request.External?.Source, request.External?.Id, code.Length == 0 ? null : FollowCodes.Hash(code));
        RowWrite[] extra = [.. person is { } found ? [found.Row] : Array.Empty<RowWrite>(), .. files.Select(file => DocumentStore.TieTo(command.CaseId, file))];
        return new PreparedIntake(null, command, row, extra, code);
    }

    private async Task<ImmutableArray<DocumentFacts>> FilesAsync(IntakeRequest request, FlowPackage package, FormResult form, CancellationToken cancel)
    {
        package.Forms.TryGetValue(package.StartForm ?? "", out var definition);
        var files = FormFiles.In(definition, form.Values).Concat(request.Documents ?? []).Distinct().ToList();
        return [.. await documents.StagedAsync(request.Tenant, files, isPublic: true, cancel)];
    }

    /// <summary>The form's values, then the unit: the one named, the one in the form, the grid's, or the root.</summary>
    private static FeelContext VariablesOf(IntakeRequest request, FeelContext values, UnitTree tree)
    {
        foreach (var entry in request.Variables.Entries) values = values.With(entry.Key, entry.Value);
        if (request.Unit is not null) return values.With("unit", FeelValue.From(request.Unit));
        if (values.Find("unit") is FeelString) return values;
        var unit = tree.Find((values.Find("grid") as FeelString)?.Value) ?? tree.Root;
        return unit is null ? values : values.With("unit", FeelValue.From(unit.Code));
    }

    private static string? ReporterOf(Actor? actor) => actor?.Kind == ActorKind.Reporter ? actor.Id : null;

    /// <summary>A resident acts as the person the form names; a clerk acts for that person.</summary>
    private static Actor ActorOf(Actor? actor, string? reporter) => actor switch
    {
        null or { Kind: ActorKind.Reporter } => Actor.Reporter(reporter ?? "anonymous"),
        { Kind: ActorKind.Staff, OnBehalfOf: null } => actor with { OnBehalfOf = reporter },
        _ => actor,
    };
}
