using System.Text.Json;
using CaseFlow.Runtime;
using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Work;
using CaseFlow.Web.Language;
using CaseFlow.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api;

/// <summary>The inbox: list, claim, release, complete. Answers carry the case's version as ETag; 409 says who was first, and when.</summary>
internal static class TaskEndpoints
{
    public static void MapTasks(this IEndpointRouteBuilder api)
    {
        var tasks = api.MapGroup("/tasks").RequireAuthorization(Policies.Work).AddEndpointFilter<AntiforgeryFilter>();
        tasks.MapGet("", ListAsync);
        tasks.MapPost("/{caseId:guid}/{taskKey:long}/claim", ClaimAsync);
        tasks.MapPost("/{caseId:guid}/{taskKey:long}/release", ReleaseAsync);
        tasks.MapPost("/{caseId:guid}/{taskKey:long}/complete", CompleteAsync);
    }

    private static async Task<Ok<PageJson>> ListAsync(
        ApiReader reader, Runtime.Queries.Inbox inbox, CancellationToken cancel, InboxView view = InboxView.Mine, string? text = null, bool overdue = false, string? after = null, int size = 50)
    {
        var page = await inbox.ListAsync(reader.Reader, new InboxFilter(view, OverdueOnly: overdue, Text: text), after, Math.Clamp(size, 1, 200), cancel);
        return TypedResults.Ok(new PageJson([.. page.Rows.Select(TaskJson.Of)], page.Next));
    }

    private static Task<Results<Ok<VersionJson>, ProblemHttpResult>> ClaimAsync(ApiReader reader, Guid caseId, long taskKey, WorkDesk desk, HttpContext context, CancellationToken cancel) =>
        AnswerAsync(context, desk.ClaimAsync(reader.Reader, caseId, taskKey, cancel));

    private static Task<Results<Ok<VersionJson>, ProblemHttpResult>> ReleaseAsync(ApiReader reader, Guid caseId, long taskKey, WorkDesk desk, HttpContext context, CancellationToken cancel) =>
        AnswerAsync(context, desk.ReleaseAsync(reader.Reader, caseId, taskKey, cancel));

    private static Task<Results<Ok<VersionJson>, ProblemHttpResult>> CompleteAsync(
        ApiReader reader, Guid caseId, long taskKey, Completion completion, WorkDesk desk, HttpContext context, CancellationToken cancel) =>
        AnswerAsync(context, desk.CompleteAsync(reader.Reader, caseId, taskKey, FormJson.ToPost(completion.Values), cancel));

    private static async Task<Results<Ok<VersionJson>, ProblemHttpResult>> AnswerAsync(HttpContext context, Task<Outcome> doing)
    {
        switch (await doing)
        {
            case Done done:
                context.SetETag(done.Version);
                return TypedResults.Ok(new VersionJson(done.CaseId, done.Version));
            case Refused refused:
                return refused.ToProblem();
            case var other:
                throw new InvalidOperationException($"Expected a known outcome, but it is {other.GetType().Name}.");
        }
    }

    private sealed record Completion(Dictionary<string, JsonElement>? Values = null);

    private sealed record VersionJson(Guid CaseId, long Version);

    private sealed record PageJson(IReadOnlyList<TaskJson> Tasks, string? Next);

    private sealed record TaskJson(
        Guid CaseId, long TaskKey, string Number, string? Title, string Kind, string? Urgency, string Task, string? Stage, string Unit, string? Team, string? Assignee,
        DateTimeOffset CreatedAt, DateTimeOffset? Due, string? Place)
    {
        public static TaskJson Of(InboxRow row) => new(
            row.CaseId, row.TaskKey, row.Number, row.Title, row.Kind, row.Urgency, row.TaskName.Here(), row.Stage?.Here(), row.Unit, row.Team, row.AssigneeName,
            row.CreatedAt, row.Due, row.Place);
    }
}
