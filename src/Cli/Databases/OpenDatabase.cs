using CaseFlow.Runtime;
using CaseFlow.Runtime.Seeding;
using CaseFlow.Runtime.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cli.Databases;

/// <summary>The runtime on a database, brought to this program's schema. Timers and activities run in the server, not here.</summary>
internal sealed class OpenDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private OpenDatabase(ServiceProvider services) => _services = services;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static async Task<OpenDatabase> OpenAsync(DatabaseTarget target, CancellationToken cancel)
    {
        var settings = new Dictionary<string, string?> { ["Database:Provider"] = target.Provider, ["Database:ConnectionString"] = target.ConnectionString };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddCaseFlowRuntime(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        var opened = new OpenDatabase(services.BuildServiceProvider());
        await opened.Get<DatabaseMigrator>().MigrateAsync(cancel);
        return opened;
    }

    /// <summary>Units, calendars and flows for a database that has none; what is there stays.</summary>
    public Task FillAsync(string tenant, string? workflows, CancellationToken cancel)
    {
        var folder = workflows ?? SeedOptions.FindWorkflows(Environment.CurrentDirectory) ?? SeedOptions.FindWorkflows(AppContext.BaseDirectory);
        return Get<DevelopmentSeed>().RunAsync(new SeedOptions(tenant, folder, Flows: true, Demo: true, Password: null), cancel);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
