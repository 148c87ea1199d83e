using CaseFlow.Runtime.Due;
using CaseFlow.Runtime.Feed;
using CaseFlow.Runtime.Messages;
using CaseFlow.Runtime.Nodes;
using CaseFlow.Runtime.Outbox;
using CaseFlow.Runtime.Recomputing;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Watching;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace CaseFlow.Runtime.Scheduling;

/// <summary>
/// Quartz on the same database: clustered on PostgreSQL and SQL Server, for one node on SQLite. It holds a handful of recurring jobs, never a
/// trigger for each timer: those are due rows.
/// </summary>
internal static class SchedulingSetup
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Seal = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Retention = TimeSpan.FromHours(24);
    private static readonly TimeSpan Archive = TimeSpan.FromHours(1);
    private static readonly TimeSpan Purge = TimeSpan.FromHours(1);

    public static IServiceCollection AddScheduling(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddHostedService<MigrationService>();
        services.AddHostedService<NodeService>();
        services.AddSingleton<QueueWatch>().AddHostedService(provider => provider.GetRequiredService<QueueWatch>());
        services.AddHostedService<DueService>().AddHostedService<OutboxService>().AddHostedService<MessageService>();
        services.AddHostedService<RecomputationService>();
        services.AddSingleton<FeedPump>().AddHostedService(provider => provider.GetRequiredService<FeedPump>());
        services.AddQuartz(quartz => Configure(quartz, options));
        return services.AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
    }

    private static void Configure(IQuartzBuilder quartz, DatabaseOptions options)
    {
        quartz.ConfigureScheduler(scheduler =>
        {
            scheduler.InstanceName = "caseflow";
            scheduler.IdleWaitTime = TimeSpan.FromSeconds(1);
        });
        quartz.UseDefaultThreadPool(4);
        quartz.UsePersistentStore(store => Store(store, options));
        Recurring<TickJob>(quartz, "tick", Tick);
        Recurring<SealJob>(quartz, "seal-ledger", Seal);
        Recurring<PurgeJob>(quartz, "purge-documents", Purge);
        Recurring<ArchiveJob>(quartz, "archive-cases", Archive);
        Recurring<RetentionJob>(quartz, "retention", Retention);
    }

    private static void Store(IPersistentStoreBuilder store, DatabaseOptions options)
    {
        store.ProvisionSchema();
        store.ConfigureStore(settings => settings.MisfireThreshold = TimeSpan.FromSeconds(60));
        if (options.Provider is DatabaseProvider.Sqlite)
        {
            store.UseSqlite(SqliteFactory.Instance, options.ConnectionString);
            return;
        }

        if (options.Provider is DatabaseProvider.SqlServer) store.UseSqlServer(SqlClientFactory.Instance, options.ConnectionString);
        else store.UsePostgres(NpgsqlFactory.Instance, options.ConnectionString);
        store.UseClustering(cluster =>
        {
            cluster.CheckinInterval = TimeSpan.FromSeconds(3);
            cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(6);
        });
    }

    /// <summary>Missed firings are not made up: one look does.</summary>
    private static void Recurring<T>(IQuartzBuilder quartz, string name, TimeSpan every)
        where T : IJob =>
        quartz.ScheduleJob<T>(
            trigger => trigger.WithIdentity(name).StartNow().WithSimpleSchedule(schedule => schedule
                .WithInterval(every).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)),
            job => job.WithIdentity(name));
}
