using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Publishing;

/// <summary>Keeps what can start a case of a flow by itself: messages, signals and timers of its newest version, no older one.</summary>
internal static class FlowStarts
{
    public static async Task ReplaceAsync(CaseFlowDbContext context, string tenant, FlowPackage package, IWorld world, DateTimeOffset now, CancellationToken cancel)
    {
        var old = await context.FlowStarts.Where(row => row.FlowKey == package.Ref.Key).ToDictionaryAsync(row => row.ElementId, cancel);
        foreach (var start in package.Starts)
        {
            if (KindOf(start) is not { } kind) continue;
            var row = Row(tenant, package.Ref, start, kind, world, now);
            if (old.Remove(start.ElementId, out var before)) context.Entry(before).CurrentValues.SetValues(row);
            else context.FlowStarts.Add(row);
        }

        context.FlowStarts.RemoveRange(old.Values);
    }

    private static StartKind? KindOf(StartInfo start) =>
        start.Message is not null ? StartKind.Message : start.Signal is not null ? StartKind.Signal : start.Timer is not null ? StartKind.Timer : null;

    private static FlowStartRecord Row(string tenant, FlowRef flow, StartInfo start, StartKind kind, IWorld world, DateTimeOffset now) => new()
    {
        Tenant = tenant,
        FlowKey = flow.Key,
        FlowVersion = flow.Version,
        ElementId = start.ElementId,
        Process = start.Process,
        Kind = kind,
        Name = start.Message ?? start.Signal ?? "",
        BeganAt = now,
        Firing = 1,
        DueAt = start.Timer is { } timer ? StartTimers.Firing(timer, world, now, 1) : null,
    };
}
