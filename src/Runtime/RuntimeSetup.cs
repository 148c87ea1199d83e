using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Due;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Messages;
using CaseFlow.Runtime.Nodes;
using CaseFlow.Runtime.Outbox;
using CaseFlow.Runtime.Ports;
using CaseFlow.Runtime.Recomputing;
using CaseFlow.Runtime.Retention;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Scheduling;
using CaseFlow.Runtime.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseFlow.Runtime;

/// <summary>Puts the runtime together: one extension method a room.</summary>
public static class RuntimeSetup
{
    /// <remarks>
    /// The host calls <see cref="DatabaseMigrator.MigrateAsync"/> before it starts.
    /// Settings: see <see cref="DatabaseOptions.From"/>.
    /// </remarks>
    public static IServiceCollection AddCaseFlowRuntime(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        var database = DatabaseOptions.From(configuration);
        return services.AddNode(configuration).AddStorage(database).AddArchive(configuration).AddRetention(configuration).AddRunning().AddLedger().AddMessages().AddDue().AddOutbox(configuration).AddActivities().AddDesks().AddRecomputing().AddScheduling(database);
    }
}
