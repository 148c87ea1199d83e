using CaseFlow.BurstHost.Nodes;
using CaseFlow.Engine;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Due;
using CaseFlow.Runtime.Messages;
using CaseFlow.Runtime.Outbox;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Faults;

/// <summary>Finishes every case of a burst with one node, by hand. Nobody sends a message again that was answered: one that was lost is missed.</summary>
internal static class Drain
{
    private const int MostRounds = 30;

    /// <param name="answered">As <see cref="BurstDatabase.Answered"/>.</param>
    public static async Task RunAsync(Bureau node, IEnumerable<string> answered)
    {
        var heard = answered.ToHashSet();
        for (var round = 0; round < MostRounds; round++)
        {
            await node.Get<OutboxDispatcher>().SweepAsync(default);
            await node.Get<DueSweep>().SweepAsync(default);
            await StartsAsync(node);
            await node.Get<Messenger>().SweepAsync(default);
            await PeopleAsync(node, heard);
            await using var context = node.Database.Open(ReadScope.Whole(BurstFlows.Tenant));
            if (!await context.Cases.AnyAsync(row => row.Status == CaseStatus.Active) && !await context.Outbox.AnyAsync()) return;
            node.Time.Advance(TimeSpan.FromHours(1));
        }

        await using var last = node.Database.Open(ReadScope.Whole(BurstFlows.Tenant));
        var stuck = (await last.Cases.Where(row => row.Status == CaseStatus.Active).ToListAsync()).Select(row => System.Text.Encoding.UTF8.GetString(row.Snapshot));
        Assert.Fail($"Expected every case to end, but some are stuck: {string.Join("\n", stuck)}\n{string.Join("\n", (await last.Outbox.ToListAsync()).Select(row => $"{row.Key} {row.LastError}"))}");
    }

    /// <summary>The firing that is due, and the last of those that were missed meanwhile.</summary>
    private static async Task StartsAsync(Bureau node)
    {
        while (await node.Get<StartSweep>().SweepAsync(default) > 0)
        {
        }

        await using var context = node.Database.Open(ReadScope.Whole(BurstFlows.Tenant));
        Assert.False(await context.FlowStarts.AnyAsync(start => start.DueAt <= node.Time.Now));
    }

    private static async Task PeopleAsync(Bureau node, HashSet<string> answered)
    {
        await using var context = node.Database.Open(ReadScope.Whole(BurstFlows.Tenant));
        foreach (var task in await context.Tasks.AsNoTracking().ToListAsync())
            Assert.IsType<Ran>(await node.Get<CaseRunner>().AdvanceAsync(task.CaseId, new CompleteTask(Actor.Staff("u1"), task.TaskKey, FeelContext.Empty)));
        foreach (var order in await context.Subscriptions.Where(wait => !wait.IsAction).Select(wait => wait.CorrelationKey).ToListAsync())
            if (!answered.Contains($"message go:{order}"))
                await node.Get<Messenger>().SendAsync(new Message(BurstFlows.Tenant, $"go:{order}", "go", order, FeelContext.Empty, Actor.System));
    }
}
