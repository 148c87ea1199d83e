using CaseFlow.Runtime.Queries;
using CaseFlow.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace CaseFlow.Web.Cases;

internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/documents/{id:guid}", ReadAsync).RequireAuthorization(Policies.ReadCases);

    /// <summary>A document of a case in the reader's scope: always saved, never opened in this site, but for plain pictures on request.</summary>
    private static async Task<Results<FileContentHttpResult, NotFound>> ReadAsync(
        HttpContext context, Guid id, CurrentReader current, CaseQueries cases, bool preview = false, CancellationToken cancel = default)
    {
        if (await current.FindAsync(context.User, cancel) is not { } reader) return TypedResults.NotFound();
        if (await cases.DocumentAsync(reader, id, cancel) is not { } document) return TypedResults.NotFound();
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, no-store";
        if (!preview || !DocumentLinks.CanPreview(document.MediaType)) return TypedResults.File(document.Content, document.MediaType, document.Name);
        headers.ContentDisposition = new ContentDispositionHeaderValue("inline").ToString();
        return TypedResults.File(document.Content, document.MediaType);
    }
}
