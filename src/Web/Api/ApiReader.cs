using CaseFlow.Runtime.Directory;
using CaseFlow.Web.Security;

namespace CaseFlow.Web.Api;

/// <summary>The signed-in person as a parameter of an endpoint.</summary>
internal sealed record ApiReader(Reader Reader)
{
    /// <exception cref="BadHttpRequestException">403: the account was closed after its cookie was made.</exception>
    public static async ValueTask<ApiReader> BindAsync(HttpContext context) =>
        await context.RequestServices.GetRequiredService<CurrentReader>().FindAsync(context.User, context.RequestAborted) is { } reader
            ? new ApiReader(reader)
            : throw new BadHttpRequestException("Expected an open account, but it was closed.", StatusCodes.Status403Forbidden);
}
