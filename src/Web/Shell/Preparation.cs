using CaseFlow.Runtime.Seeding;
using CaseFlow.Runtime.Storage;

namespace CaseFlow.Web.Shell;

/// <summary>What must be so before the first request is answered.</summary>
internal static class Preparation
{
    public static async Task PrepareAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(stopping);
        await app.Services.GetRequiredService<DevelopmentSeed>().RunAsync(SeedOptions.From(app.Configuration, app.Environment), stopping);
    }
}
