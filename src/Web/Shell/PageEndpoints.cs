using CaseFlow.Designer.Resources;
using CaseFlow.Web.Security;
using Microsoft.AspNetCore.Authorization;

namespace CaseFlow.Web.Shell;

internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapStaticAssets().AllowAnonymous();
        // Our own header set decides about framing.
        routes.MapRazorComponents<App>().AddAdditionalAssemblies(typeof(DesignerText).Assembly).AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null).Add(GuardConnection);
        // Without an endpoint of its own an unknown address would meet the closed fallback policy and ask residents to sign in.
        routes.MapFallback("{**path}", () => TypedResults.NotFound()).AllowAnonymous();
    }

    /// <summary>The live connection is for staff; pages name their own policy.</summary>
    private static void GuardConnection(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } route } && route.StartsWith("/_", StringComparison.Ordinal))
            endpoint.Metadata.Add(new AuthorizeAttribute(Policies.Staff));
    }
}
