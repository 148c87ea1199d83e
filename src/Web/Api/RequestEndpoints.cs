using System.Text.Json;
using CaseFlow.Runtime.Intake;
using CaseFlow.Web.Language;
using CaseFlow.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CaseFlow.Web.Api;

/// <summary>New requests from programs. The follow code is in the answer and nowhere else.</summary>
internal static class RequestEndpoints
{
    public static void MapRequests(this IEndpointRouteBuilder api) =>
        api.MapPost("/requests", SubmitAsync).AllowAnonymous().RequireRateLimiting(RateLimits.Submit).DisableAntiforgery();

    private static async Task<Results<Created<ReceivedJson>, Ok<ReceivedJson>, ProblemHttpResult>> SubmitAsync(
        NewRequest request, IntakeDesk desk, IOptions<OfficeOptions> office, CancellationToken cancel)
    {
        var external = request.ExternalId is { } id ? new ExternalId("api", id) : null;
        var outcome = await desk.SubmitAsync(
            new IntakeRequest(office.Value.Tenant, request.Service, "api", null, FormJson.ToPost(request.Values).Values, External: external), cancel);
        return outcome switch
        {
            Received received => TypedResults.Created((string?)null, new ReceivedJson(received.Number, received.FollowCode, [.. received.Promises.Select(PromiseJson.Of)])),
            AlreadyReceived known => TypedResults.Ok(new ReceivedJson(known.Number, null, [])),
            NotReceived refused => refused.Refusal.ToProblem(),
            _ => throw new InvalidOperationException($"Expected a known outcome of the intake, but it is {outcome.GetType().Name}."),
        };
    }

    /// <param name="Service">A key of <c>GET /services</c>.</param>
    /// <param name="ExternalId">The sender's own id: sending it again starts nothing twice.</param>
    private sealed record NewRequest(string Service, Dictionary<string, JsonElement>? Values = null, string? ExternalId = null);

    private sealed record ReceivedJson(string Number, string? FollowCode, IReadOnlyList<PromiseJson> Promises);

    private sealed record PromiseJson(string Name, DateTimeOffset Due)
    {
        public static PromiseJson Of(Promise promise) => new(promise.Name.Here(), promise.Due);
    }
}
