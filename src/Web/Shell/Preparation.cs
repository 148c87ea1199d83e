using CaseFlow.Runtime.Storage;

namespace CaseFlow.Web.Shell;

/// <summary>What must be so before the first request is answered.</summary>
internal static class Preparation
{
    public static async Task PrepareAsync(this WebApplication app)
    {
        await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(app.Lifetime.ApplicationStopping);
    }
}
