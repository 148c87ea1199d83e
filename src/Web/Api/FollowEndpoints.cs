using System.Text.Json;
using CaseFlow.Runtime;
using CaseFlow.Runtime.Work;
using CaseFlow.Web.Language;
using CaseFlow.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api;

/// <summary>The reporter's side. Number and code travel in the body, so that no log of addresses keeps them.</summary>
internal static class FollowEndpoints
{
    public static void MapFollow(this IEndpointRouteBuilder api)
    {
        var follow = api.MapGroup("/follow").AllowAnonymous().RequireRateLimiting(RateLimits.Follow).DisableAntiforgery();
        follow.MapPost("", FindAsync);
        follow.MapPost("/answers", AnswerAsync);
    }

    private static async Task<Results<Ok<PublicCaseJson>, ProblemHttpResult>> FindAsync(Key key, FollowDesk desk, CancellationToken cancel) =>
        await desk.FindAsync(key.Number, key.Code, cancel) is { } found
            ? TypedResults.Ok(PublicCaseJson.Of(found))
            : TypedResults.Problem("Expected a number and its follow code, but they do not belong together.", statusCode: StatusCodes.Status404NotFound);

    private static async Task<Results<NoContent, ProblemHttpResult>> AnswerAsync(Answer answer, FollowDesk desk, CancellationToken cancel) =>
        await desk.AnswerAsync(answer.Number, answer.Code, answer.Task, FormJson.ToPost(answer.Values), cancel) is Refused refused ? refused.ToProblem() : TypedResults.NoContent();

    private sealed record Key(string Number, string Code);

    private sealed record Answer(string Number, string Code, long Task, Dictionary<string, JsonElement>? Values = null);

    private sealed record PublicCaseJson(
        string Number, string Kind, string Service, string? Title, DateTimeOffset ReceivedAt, DateTimeOffset? ClosedAt, string? Closure, string HeldBy,
        IReadOnlyList<StepJson> Stages, IReadOnlyList<ClockJson> Promises, IReadOnlyList<EntryJson> Entries, IReadOnlyList<QuestionJson> Questions)
    {
        public static PublicCaseJson Of(PublicCase found) => new(
            found.Number, found.Kind, found.FlowName.Here(), found.Title, found.ReceivedAt, found.ClosedAt, found.Closure?.Here(), found.HeldBy.Here(),
            [.. found.Stages.Select(stage => new StepJson(stage.Name.Here(), stage.Status))],
            [.. found.Promises.Select(clock => new ClockJson(clock.Name.Here(), clock.Due, clock.Status, clock.StoppedAt))],
            [.. found.Entries.Select(entry => new EntryJson(entry.At, entry.Kind, entry.Text.Here()))],
            [.. found.Questions.Select(question => new QuestionJson(question.TaskKey, question.Name.Here(), question.Due, FieldJson.Of(question.Form)))]);
    }

    private sealed record StepJson(string Name, string Status);

    private sealed record ClockJson(string Name, DateTimeOffset Due, string Status, DateTimeOffset? StoppedAt);

    private sealed record EntryJson(DateTimeOffset At, string Kind, string Text);

    private sealed record QuestionJson(long Task, string Name, DateTimeOffset? Due, IReadOnlyList<FieldJson> Fields);
}
