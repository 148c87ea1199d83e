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
        foreach (var row in package.Starts.Select(start => Row(tenant, package.Ref, start, world, now)).OfType<FlowStartRecord>())
            if (old.Remove(row.ElementId, out var known)) context.Entry(known).CurrentValues.SetValues(row);
            else context.FlowStarts.Add(row);
        context.FlowStarts.RemoveRange(old.Values);
    }

    private static FlowStartRecord? Row(string tenant, FlowRef flow, StartInfo start, IWorld world, DateTimeOffset now) => start switch
    {
        { Message: { } message } => New(tenant, flow, start, StartKind.Message, message),
        { Signal: { } signal } => New(tenant, flow, start, StartKind.Signal, signal),
        { Timer: { } timer } => Timed(New(tenant, flow, start, StartKind.Timer, start.ElementId), timer, world, now),
        _ => null,
    };

    private static FlowStartRecord Timed(FlowStartRecord row, TimerDefinition timer, IWorld world, DateTimeOffset now)
    {
        row.DueAt = StartTimers.Firing(timer, world, now, 1);
        return row;
    }

    private static FlowStartRecord New(string tenant, FlowRef flow, StartInfo start, StartKind kind, string name) => new()
    {
        Tenant = tenant,
        FlowKey = flow.Key,
        ElementId = start.ElementId,
        FlowVersion = flow.Version,
        Kind = kind,
        Name = name,
    };
}
