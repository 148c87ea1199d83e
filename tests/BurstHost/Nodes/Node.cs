using CaseFlow.Activities;
using CaseFlow.Runtime;
using CaseFlow.Runtime.Due;
using CaseFlow.Runtime.Messages;
using CaseFlow.Runtime.Outbox;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Scheduling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseFlow.BurstHost.Nodes;

/// <summary>A runtime with its sweeps, without Quartz: people, programs and sweeps work on its cases at the same time.</summary>
internal sealed class Node
{
    private static readonly Type[] Sweeps = [typeof(DueService), typeof(OutboxService), typeof(MessageService)];

    private readonly ServiceProvider _services;
    private readonly People _people;

    public Node(string provider, string connection, string keys, TimeProvider time, KillPoint point, Action<string> say)
    {
        var settings = new Dictionary<string, string?> { ["Database:Provider"] = provider, ["Database:ConnectionString"] = connection };
        var services = new ServiceCollection().AddLogging().AddSingleton(time).AddSingleton<FaultPoints>(point);
        // Short leases: what a node held that was killed comes back while the test looks on.
        services.AddSingleton(new DueOptions(BatchSize: 20, AtOnce: 2, Lease: TimeSpan.FromSeconds(2)));
        services.AddSingleton(new OutboxOptions(AtOnce: 4) { ActivityTime = TimeSpan.FromSeconds(2) });
        services.AddCaseFlowRuntime(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.RemoveAll<IActivity>().AddSingleton<IActivity>(new KeptKeys(keys));
        _services = services.BuildServiceProvider();
        _people = new People(_services, () => point.Taken, say);
    }

    public async Task StartAsync()
    {
        foreach (var sweep in Sweeps) await ((SweepService)ActivatorUtilities.CreateInstance(_services, sweep)).StartAsync(default);
        _ = Task.Run(_people.RunAsync);
    }
}
