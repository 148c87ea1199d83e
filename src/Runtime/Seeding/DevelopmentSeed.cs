using CaseFlow.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Seeding;

/// <summary>Fills an empty database at start. Running it again changes nothing that a person may have changed.</summary>
public sealed partial class DevelopmentSeed
{
    /// <summary>Key of the demonstration tenant.</summary>
    public const string Tenant = "demo";

    private readonly DemoTenant _demo;
    private readonly ShippedCalendars _calendars;
    private readonly ShippedFlows _flows;
    private readonly IMigrationLock _lock;
    private readonly ILogger<DevelopmentSeed> _log;

    internal DevelopmentSeed(DemoTenant demo, ShippedCalendars calendars, ShippedFlows flows, IMigrationLock migrationLock, ILogger<DevelopmentSeed> log)
    {
        _lock = migrationLock;
        _demo = demo;
        _calendars = calendars;
        _flows = flows;
        _log = log;
    }

    /// <summary>To be called once at start, after <see cref="DatabaseMigrator.MigrateAsync"/>.</summary>
    public async Task RunAsync(SeedOptions options, CancellationToken cancel = default)
    {
        // Nodes that start together must not fill the same database side by side.
        await using var held = await _lock.TakeAsync(cancel);
        if (options.Demo) await _demo.AddAsync(options.Tenant, options.Password, cancel);
        if (!options.Flows) return;
        if (options.Workflows is null)
        {
            WorkflowsMissing();
            return;
        }

        await _calendars.AddAsync(options.Tenant, options.Workflows, cancel);
        foreach (var (flow, outcome) in await _flows.PublishAsync(options.Tenant, options.Workflows, cancel))
            if (outcome.Version is { } version) Published(flow, version);
            else NotPublished(flow, string.Join("; ", outcome.Problems.Select(problem => $"{problem.File}:{problem.Line} {problem.Message}")));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Expected a folder 'workflows' at or above the program, but there is none: no shipped flow is published. Set Seed:Workflows.")]
    private partial void WorkflowsMissing();

    [LoggerMessage(Level = LogLevel.Information, Message = "Published the shipped flow {Flow} as version {Version}.")]
    private partial void Published(string flow, int version);

    [LoggerMessage(Level = LogLevel.Error, Message = "The shipped flow {Flow} is not published: {Problems}")]
    private partial void NotPublished(string flow, string problems);
}
