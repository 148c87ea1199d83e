using System.Collections.Immutable;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Simulation.Running;

/// <summary>A flow with all it calls, directly or not.</summary>
internal static class FlowClosure
{
    public static ImmutableArray<FlowPackage> Of(FlowPackage flow, IWorld world)
    {
        var found = new List<FlowPackage> { flow };
        for (var i = 0; i < found.Count; i++)
            foreach (var call in found[i].Processes.Values.SelectMany(process => process.Elements).Select(element => element.Call).OfType<CallDefinition>())
                if (found.TrueForAll(known => known.Ref != call.Flow))
                    found.Add(world.Flow(call.Flow));
        return [.. found];
    }
}
