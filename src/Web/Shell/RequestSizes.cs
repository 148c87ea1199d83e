using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;

namespace CaseFlow.Web.Shell;

/// <summary>
/// Refuses what is too large by its announced length, before a byte of it is read. What announces no length is cut off by the server
/// at the same limit.
/// </summary>
internal static class RequestSizes
{
    /// <summary>For addresses that take no files.</summary>
    private const long Plain = 1024 * 1024;

    public static void UseRequestSizes(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? Plain;
        // The page that says so is made for the same request.
        var isBeingExplained = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (context.Request.ContentLength > limit && !isBeingExplained)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        await next(context);
    });
}
