using CaseFlow.Designer.Resources;
using CaseFlow.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;

namespace CaseFlow.Web.Shell;

internal static class PageEndpoints
{
    /// <summary>Refusals and failures get a page that says what to do next, at the address that was asked for.</summary>
    public static void UseErrorPages(this IApplicationBuilder app, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment()) app.UseExceptionHandler("/status/500");
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.Use(ReadOnly);
    }

    /// <summary>The page about a refused post is read, not posted to: it has no form that could answer.</summary>
    private static Task ReadOnly(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerPathFeature>() is not null)
            context.Request.Method = HttpMethods.Get;
        return next(context);
    }

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
