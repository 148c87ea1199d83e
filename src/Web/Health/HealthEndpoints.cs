using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace CaseFlow.Web.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: everything a request needs is there.</summary>
internal static class HealthEndpoints
{
    public const string Ready = "ready";

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();
    }
}
