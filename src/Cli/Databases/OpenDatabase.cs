using CaseFlow.Runtime;
using CaseFlow.Runtime.Seeding;
using CaseFlow.Runtime.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cli.Databases;

/// <summary>The runtime on a database. Timers and activities run in the server, not here.</summary>
internal sealed class OpenDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private OpenDatabase(ServiceProvider services) => _services = services;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A database that a site works on: it is left as it is.</summary>
    /// <exception cref="DatabaseVersionException">It is not there, or of another version of the program.</exception>
    public static Task<OpenDatabase> OpenAsync(DatabaseTarget target, CancellationToken cancel) =>
        target.IsMissing ? throw new DatabaseVersionException($"Expected a database, but there is no file {target.File}.") : OpenAsync(target, migrator => migrator.CheckAsync(cancel));

    /// <summary>Makes the database when there is none yet.</summary>
    /// <exception cref="DatabaseVersionException">It is of another version of the program.</exception>
    public static Task<OpenDatabase> OpenOrCreateAsync(DatabaseTarget target, CancellationToken cancel) => OpenAsync(target, migrator => migrator.CreateAsync(cancel));

    private static async Task<OpenDatabase> OpenAsync(DatabaseTarget target, Func<DatabaseMigrator, Task> prepareAsync)
    {
        var settings = new Dictionary<string, string?> { ["Database:Provider"] = target.Provider, ["Database:ConnectionString"] = target.ConnectionString };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddCaseFlowRuntime(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        var opened = new OpenDatabase(services.BuildServiceProvider());
        try
        {
            await prepareAsync(opened.Get<DatabaseMigrator>());
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    /// <summary>Units, calendars and flows for a database that has none; what is there stays.</summary>
    public Task FillAsync(string tenant, string? workflows, CancellationToken cancel)
    {
        var folder = workflows ?? SeedOptions.FindWorkflows(Environment.CurrentDirectory) ?? SeedOptions.FindWorkflows(AppContext.BaseDirectory);
        return Get<DevelopmentSeed>().RunAsync(new SeedOptions(tenant, folder, Flows: true, Demo: true, Password: null), cancel);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
