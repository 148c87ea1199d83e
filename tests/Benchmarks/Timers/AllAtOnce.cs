using System.Diagnostics;
using CaseFlow.Runtime.Due;
using CaseFlow.Runtime.Storage;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks.Timers;

/// <summary>Very many cases whose timers wait for one moment, on one PostgreSQL: three nodes start beside them, then fire every one.</summary>
internal static class AllAtOnce
{
    private const int Nodes = 3;

    /// <summary>How long filling, and starting the nodes, may take for each thousand timers.</summary>
    private static readonly TimeSpan Preparation = TimeSpan.FromSeconds(0.4);

    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public static async Task<AllFired> RunAsync(TimersOptions options, string connection)
    {
        var at = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(20) + (Preparation * (options.Fired / 1000));
        await FillAsync(options, connection, at);
        var nodes = new List<Node>();
        try
        {
            var ready = TimeSpan.Zero;
            for (var node = 0; node < Nodes; node++)
            {
                var began = Stopwatch.GetTimestamp();
                nodes.Add(await Node.StartAsync(options, connection));
                await nodes[node].Store.Get<DueSweep>().SweepAsync(default);
                ready = TimeSpan.FromTicks(Math.Max(ready.Ticks, Stopwatch.GetElapsedTime(began).Ticks));
            }

            if (TimeProvider.System.GetUtcNow() >= at) throw new InvalidOperationException("Expected the timers to wait until the nodes were ready, but their time came first: give --fired a smaller number.");
            await UntilFiredAsync(nodes, options.Fired);
            var seconds = (nodes.SelectMany(node => node.Fired.Durable.Values).Max() - at).TotalSeconds;
            var (events, cases, left) = await CountAsync(nodes[0].Store.Get<Database>());
            if (events != options.Fired || cases != options.Fired || left != 0)
                throw new InvalidOperationException($"Expected each of {options.Fired} timers to fire once, but {events} fired in {cases} cases and {left} rows are left.");
            return new AllFired(options.Fired, ready, seconds, [.. nodes.Select(node => node.Fired.Durable.Count)], nodes.Sum(node => node.Fired.Conflicts));
        }
        finally
        {
            foreach (var node in nodes) await node.DisposeAsync();
        }
    }

    private static async Task FillAsync(TimersOptions options, string connection, DateTimeOffset at)
    {
        await using var store = await Support.Store.OpenAsync(options.Provider, connection);
        await TimerCases.PublishAsync(store);
        var template = (await TimerCases.StartTimersAsync(store, 1, 1, _ => at)).Single();
        await CopiedCases.AddAsync(connection, template, options.Fired - 1, at);
    }

    private static async Task UntilFiredAsync(List<Node> nodes, int count)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (nodes.Sum(node => node.Fired.Durable.Count) < count) await Task.Delay(200, limit.Token);
    }

    private static async Task<(int Events, int Cases, int Left)> CountAsync(Database database)
    {
        await using var context = database.Open(ReadScope.Whole(TimerCases.Tenant));
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        var fired = context.CaseEvents.Where(e => e.Type == "timer-fired");
        return (await fired.CountAsync(), await fired.Select(e => e.CaseId).Distinct().CountAsync(), await context.DueRows.CountAsync());
    }
}

/// <param name="Ready">From a node's start to the end of its first sweep; of three the longest.</param>
/// <param name="Seconds">From the moment they were all due to the last that was durable.</param>
internal sealed record AllFired(int Count, TimeSpan Ready, double Seconds, int[] ByNode, int Conflicts);
