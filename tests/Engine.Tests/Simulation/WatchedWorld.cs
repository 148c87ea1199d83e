using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Tests.Simulation;

/// <summary>A world that looks, now and then while it is asked, how much memory is in use.</summary>
internal sealed class WatchedWorld(IWorld world) : IWorld
{
    private const int Between = 20_000;

    private int _asked;

    public List<long> LiveBytes { get; } = [];

    public FlowPackage Flow(FlowRef flow)
    {
        if (++_asked % Between == 0) LiveBytes.Add(GC.GetTotalMemory(forceFullCollection: true));
        return world.Flow(flow);
    }

    public WorkingCalendar Calendar(string? id) => world.Calendar(id);
}
