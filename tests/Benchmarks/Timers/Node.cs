using CaseFlow.Benchmarks.Support;
using CaseFlow.Runtime.Due;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Benchmarks.Timers;

/// <summary>A runtime whose sweep of due work runs by itself, as in the program.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly DueService _due;

    private Node(Store store)
    {
        Store = store;
        _due = ActivatorUtilities.CreateInstance<DueService>(store.Get<IServiceProvider>());
    }

    public Store Store { get; }

    public FiredTimes Fired => Store.Get<FiredTimes>();

    public static async Task<Node> StartAsync(TimersOptions options, string connection)
    {
        var node = new Node(await Store.OpenAsync(options.Provider, connection, FiredTimes.Adapt));
        await node._due.StartAsync(default);
        return node;
    }

    public async ValueTask DisposeAsync()
    {
        await _due.StopAsync(default);
        _due.Dispose();
        await Store.DisposeAsync();
    }
}
