using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace CaseFlow.Web.Api;

internal static class CaseTags
{
    /// <summary>A case's version as ETag.</summary>
    public static void SetETag(this HttpContext context, long version) =>
        context.Response.GetTypedHeaders().ETag = new EntityTagHeaderValue($"\"{version.ToString(CultureInfo.InvariantCulture)}\"");
}
