using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace CaseFlow.Web.Shell;

/// <summary>The address in the browser's bar: on a page that explains a refusal it is the one that was asked for.</summary>
internal static class ShownAddress
{
    /// <summary>Path and query within the site.</summary>
    public static string Of(HttpContext? context, NavigationManager navigation) =>
        context?.Features.Get<IStatusCodeReExecuteFeature>() is { } asked
            ? asked.OriginalPath + asked.OriginalQueryString
            : "/" + navigation.ToBaseRelativePath(navigation.Uri).Split('#')[0];
}
