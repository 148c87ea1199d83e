using CaseFlow.Runtime.Queries;
using CaseFlow.Web.Language;
using CaseFlow.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api;

/// <summary>Cases of the reader's unit and below. Personal data is masked here as on pages.</summary>
internal static class CaseEndpoints
{
    public static void MapCases(this IEndpointRouteBuilder api)
    {
        var cases = api.MapGroup("/cases").RequireAuthorization(Policies.ReadCases);
        cases.MapGet("", ListAsync);
        cases.MapGet("/{number}", FindAsync);
    }

    private static async Task<Ok<PageJson>> ListAsync(
        ApiReader reader, CaseQueries cases, CancellationToken cancel, string? text = null, string? kind = null, bool? open = null, bool overdue = false, string? after = null, int size = 50)
    {
        var page = await cases.ListAsync(reader.Reader, new CaseFilter(text, kind, Open: open, OverdueOnly: overdue), after, Math.Clamp(size, 1, 200), cancel);
        return TypedResults.Ok(new PageJson([.. page.Rows.Select(RowJson.Of)], page.Next));
    }

    private static async Task<Results<Ok<CaseJson>, ProblemHttpResult>> FindAsync(string number, ApiReader reader, CaseQueries cases, HttpContext context, CancellationToken cancel)
    {
        if (await cases.FindAsync(reader.Reader, number, cancel) is not { } found)
            return TypedResults.Problem($"Expected a case in your scope, but there is no {number}.", statusCode: StatusCodes.Status404NotFound);
        context.SetETag(found.Version);
        return TypedResults.Ok(CaseJson.Of(found));
    }

    private sealed record PageJson(IReadOnlyList<RowJson> Cases, string? Next);

    private sealed record RowJson(
        Guid CaseId, string Number, string? Title, string Kind, string Flow, string? Stage, string Unit, string? Urgency, DateTimeOffset ReceivedAt, DateTimeOffset? Due,
        DateTimeOffset? ClosedAt, string? Closure)
    {
        public static RowJson Of(CaseRow row) => new(
            row.CaseId, row.Number, row.Title, row.Kind, row.FlowName.Here(), row.Stage?.Here(), row.Unit, row.Urgency, row.ReceivedAt, row.Due, row.ClosedAt, row.Closure);
    }

    private sealed record CaseJson(
        Guid CaseId, long Version, string Number, string? Title, string? Description, string Kind, string Flow, int FlowVersion, string Status, string Unit, string Channel,
        string? Category, string? Urgency, string? Place, DateTimeOffset ReceivedAt, DateTimeOffset? ClosedAt, string? Closure,
        IReadOnlyList<StageJson> Stages, IReadOnlyList<ClockJson> Clocks, IReadOnlyList<OpenTaskJson> Tasks)
    {
        public static CaseJson Of(CaseView view) => new(
            view.CaseId, view.Version, view.Number, view.Title, view.Description, view.Kind, view.FlowKey, view.FlowVersion, view.Status, view.Unit, view.Channel,
            view.Category, view.Urgency, view.Place, view.ReceivedAt, view.ClosedAt, view.Closure?.Here(),
            [.. view.Stages.Select(stage => new StageJson(stage.Name.Here(), stage.Status, stage.Round))],
            [.. view.Clocks.Select(clock => new ClockJson(clock.Name.Here(), clock.Due, clock.Status, clock.StoppedAt))],
            [.. view.Tasks.Select(task => new OpenTaskJson(task.TaskKey, task.Name.Here(), task.Team, task.AssigneeName, task.Due, task.MayDo, task.WhyNot, FieldJson.Of(task.Form)))]);
    }

    private sealed record StageJson(string Name, string Status, int Round);

    private sealed record ClockJson(string Name, DateTimeOffset Due, string Status, DateTimeOffset? StoppedAt);

    private sealed record OpenTaskJson(
        long TaskKey, string Name, string? Team, string? Assignee, DateTimeOffset? Due, bool MayDo, string? WhyNot, IReadOnlyList<FieldJson> Fields);
}
