using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Simulation.Running;

/// <summary>The start event by which cases arrive when a scenario names none: the main process's none start, else its first that isn't a timer.</summary>
internal static class MainStart
{
    public static StartInfo? Of(FlowPackage flow)
    {
        var starts = flow.Starts.Where(start => start.Process == flow.MainProcess && start.Timer is null).ToList();
        return starts.Find(start => start is { Message: null, Signal: null }) ?? starts.FirstOrDefault();
    }
}
