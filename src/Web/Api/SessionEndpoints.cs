using CaseFlow.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api;

/// <summary>Who is signed in, and the token that posts must carry.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder api) => api.MapGet("/session", Show).RequireAuthorization(Policies.Staff);

    private static Ok<SessionJson> Show(ApiReader reader, HttpContext context, IAntiforgery antiforgery) => TypedResults.Ok(new SessionJson(
        reader.Reader.UserId, reader.Reader.DisplayName, reader.Reader.UnitCode, [.. reader.Reader.Roles.Order(StringComparer.Ordinal)],
        antiforgery.GetAndStoreTokens(context).RequestToken!));

    private sealed record SessionJson(string UserId, string Name, string Unit, IReadOnlyList<string> Roles, string Token);
}
