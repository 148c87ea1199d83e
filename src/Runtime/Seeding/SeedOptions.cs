using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace CaseFlow.Runtime.Seeding;

/// <summary>What is put into the database at start, when it isn't there yet.</summary>
/// <param name="Tenant">The tenant's key.</param>
/// <param name="Workflows">Folder of the flows that ship; null: none were found.</param>
/// <param name="Flows">Publish the shipped flows and calendars.</param>
/// <param name="Demo">Add the units, teams and people of the demonstration.</param>
/// <param name="Password">Of the demonstration's accounts; null: they can't sign in.</param>
public sealed record SeedOptions(string Tenant, string? Workflows, bool Flows, bool Demo, string? Password)
{
    /// <summary>
    /// Reads <c>Tenant</c> (default <c>demo</c>), <c>Seed:Workflows</c> (default: the nearest <c>workflows</c> folder at or above the content root),
    /// <c>Seed:Flows</c> (default true) and <c>Seed:Demo</c> (default: in Development).
    /// </summary>
    public static SeedOptions From(IConfiguration configuration, IHostEnvironment environment) => new(
        configuration["Tenant"] ?? DevelopmentSeed.Tenant,
        configuration["Seed:Workflows"] ?? FindWorkflows(environment.ContentRootPath) ?? FindWorkflows(AppContext.BaseDirectory),
        configuration.GetValue("Seed:Flows", true),
        configuration.GetValue("Seed:Demo", environment.IsDevelopment()),
        environment.IsDevelopment() ? DemoAccounts.Password : null);

    /// <summary>The nearest folder <c>workflows</c> at or above a folder.</summary>
    public static string? FindWorkflows(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, "workflows");
            if (System.IO.Directory.Exists(found)) return found;
        }

        return null;
    }
}
