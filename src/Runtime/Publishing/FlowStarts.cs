using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Publishing;

/// <summary>Keeps what can start a case of a flow by itself: messages, signals and timers of its newest version, no older one.</summary>
internal static class FlowStarts
{
    public static async Task ReplaceAsync(CaseFlowDbContext context, string tenant, FlowPackage package, DateTimeOffset now, CancellationToken cancel)
    {
        var old = await context.FlowStarts.Where(row => row.FlowKey == package.Ref.Key).ToListAsync(cancel);
        context.FlowStarts.RemoveRange(old);
    }
}
