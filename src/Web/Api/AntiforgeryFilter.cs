using Microsoft.AspNetCore.Antiforgery;

namespace CaseFlow.Web.Api;

/// <summary>
/// What a cookie authorises must come from our own pages or from a program that asked for a token: the header
/// <c>X-CSRF-TOKEN</c> carries the one that <c>GET /api/v1/session</c> gave.
/// </summary>
internal sealed class AntiforgeryFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public const string Header = "X-CSRF-TOKEN";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        HttpMethods.IsGet(context.HttpContext.Request.Method) || await antiforgery.IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : TypedResults.Problem($"Expected the header {Header} with the token of GET {ApiSetup.Root}/session, but it is missing or wrong.", statusCode: StatusCodes.Status400BadRequest);
}
