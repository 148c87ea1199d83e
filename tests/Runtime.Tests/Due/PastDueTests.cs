using System.Collections.Concurrent;
using CaseFlow.Runtime.Due;
using CaseFlow.Runtime.Feed;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Due;

/// <summary>Very many timers whose time came while no node ran, of real cases.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PastDueTests(PostgresCluster cluster, ITestOutputHelper output)
{
    /// <summary>Timers that may fire between question and answer: 64 run at once, and a case's two commands go through several queues.</summary>
    private const int MostBefore = 20 * 64;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly string Waiting = Bpmn(
        $"""
         <bpmn:startEvent id="s" />{Flow("s", "w")}
         <bpmn:intermediateCatchEvent id="w"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
         {Flow("w", "e")}<bpmn:endEvent id="e" />
         """);

    private static readonly string OneTask = Bpmn($"""<bpmn:startEvent id="s" />{Flow("s", "a")}<bpmn:userTask id="a" name="A" />{Flow("a", "e")}<bpmn:endEvent id="e" />""");

    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    /// <summary>What a person asks for stands behind the commands that run at once, never behind the backlog: few timers fire between question and answer.</summary>
    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Ten_thousand_timers_past_due_at_a_start_drain_and_hold_up_nobody(DatabaseProvider provider)
    {
        const int Timers = 10_000;
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("wait", Waiting);
        await bureau.PublishAsync("task", OneTask);
        var waiting = new ConcurrentDictionary<Guid, bool>();
        await Parallel.ForAsync(0, Timers, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (_, _) => waiting[(await bureau.StartAsync("wait")).State.CaseId] = true);
        await using var node = await bureau.SecondNodeAsync();
        node.Time.Now = bureau.Time.Now.AddDays(1);
        var fired = 0;
        using var listening = node.Get<CaseFeed>().Subscribe(Tenant, change => Interlocked.Add(ref fired, waiting.TryRemove(change.CaseId, out _) ? 1 : 0));

        await node.RunAsync();
        var held = await AnswerUntilAsync(node, () => Volatile.Read(ref fired), Timers);

        output.WriteLine($"{held.Count} cases begun and ended meanwhile; timers fired before an answer: median {held[held.Count / 2]}, most {held[^1]}.");
        Assert.True(held[^1] <= MostBefore, $"Expected a person to be answered soon, but {held[^1]} timers of the backlog came first.");
        await using var context = node.Database.Open(ReadScope.Whole(Tenant));
        Assert.Equal((Timers, Timers), await FiredAsync(context));
        Assert.Equal(0, await context.DueRows.CountAsync());
    }

    [SkippableFact]
    public async Task Three_nodes_fire_each_of_25_000_timers_once()
    {
        const int Timers = 25_000;
        await using var one = await cluster.OpenAsync(DatabaseProvider.Postgres);
        await one.PublishAsync("wait", Waiting);
        var template = (await one.StartAsync("wait")).State.CaseId;
        await CopiedCases.AddAsync(one.ConnectionString!, template, Timers - 1, one.Time.Now.AddHours(1));
        await using var two = await one.SecondNodeAsync();
        await using var three = await one.SecondNodeAsync();

        var byNode = await Task.WhenAll(new[] { one, two, three }.Select(node => Task.Run(() => SweepAllAsync(node))));

        output.WriteLine($"By node: {string.Join(", ", byNode)}");
        Assert.Equal(Timers, byNode.Sum());
        Assert.All(byNode, count => Assert.NotEqual(0, count));
        await using var context = one.Database.Open(ReadScope.Whole(Tenant));
        Assert.Equal((Timers, Timers), await FiredAsync(context));
        Assert.Equal(0, await context.DueRows.CountAsync());
    }

    /// <summary>Begins and ends cases one after the other until all timers have fired.</summary>
    /// <returns>For each case, how many timers fired from question to answer, in order.</returns>
    private static async Task<List<int>> AnswerUntilAsync(Bureau node, Func<int> fired, int all)
    {
        using var limit = new CancellationTokenSource(Patience);
        var held = new List<int>();
        for (var before = fired(); before < all; before = fired())
        {
            await node.CompleteAsync((await node.StartAsync("task")).State);
            held.Add(fired() - before);
            limit.Token.ThrowIfCancellationRequested();
        }

        held.Sort();
        return held;
    }

    private static async Task<int> SweepAllAsync(Bureau node)
    {
        node.Time.Advance(TimeSpan.FromHours(2));
        var (count, sweep) = (0, node.Get<DueSweep>());
        while (await sweep.SweepAsync(default) is > 0 and var swept) count += swept;
        return count;
    }

    private static async Task<(int Events, int Cases)> FiredAsync(CaseFlowDbContext context)
    {
        var fired = context.CaseEvents.Where(e => e.Type == "timer-fired");
        return (await fired.CountAsync(), await fired.Select(e => e.CaseId).Distinct().CountAsync());
    }
}
