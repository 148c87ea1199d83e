using CaseFlow.Runtime.Nodes;
using CaseFlow.Runtime.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;

namespace CaseFlow.Web.Health;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: the database answers and has this program's schema, the scheduler runs, the node
/// does not drain; else 503 with the names of what is amiss and nothing more. The site listens only after it is migrated and seeded.
/// </summary>
internal static class HealthEndpoints
{
    public static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database").AddCheck<DrainCheck>("draining").AddQuartz();

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    /// <summary>Names only: what a check found may hold addresses.</summary>
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var amiss = report.Entries.Where(entry => entry.Value.Status is not HealthStatus.Healthy).Select(entry => entry.Key);
        return context.Response.WriteAsync(report.Status is HealthStatus.Healthy ? "Healthy" : string.Join('\n', amiss));
    }

    private sealed class DatabaseCheck(DatabaseMigrator migrator) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await migrator.CheckAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }

    private sealed class DrainCheck(NodeState node) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(node.IsDraining ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());
    }
}
