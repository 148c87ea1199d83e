using CaseFlow.Engine.Events;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>Makes incidents of model faults. The element stays live where it stopped; the rest of the case goes on.</summary>
internal static class Faults
{
    /// <param name="clockId">The clock that the action is about.</param>
    /// <returns>False when the action failed and an incident was raised.</returns>
    public static bool Guard(Step step, long elementKey, IncidentPhase phase, Action action, string? clockId = null)
    {
        try
        {
            action();
            return true;
        }
        catch (ModelFault fault) when (step.IsLive(elementKey))
        {
            Raise(step, elementKey, phase, fault.Code, fault.Message, clockId);
            return false;
        }
    }

    public static void Raise(Step step, long elementKey, IncidentPhase phase, string code, string message, string? clockId = null)
    {
        var elementId = step.Get(elementKey).ElementId;
        step.Emit(new IncidentRaised(new IncidentState(step.NewKey, elementKey, elementId, code, message, step.Now, phase, clockId)));
    }

    /// <summary>The element went on or ended: its incidents are over.</summary>
    public static void Resolve(Step step, long elementKey, string how)
    {
        if (step.State.Incidents.IsEmpty) return;
        foreach (var incident in step.State.Incidents.Values.Where(incident => incident.ElementKey == elementKey).ToList())
            step.Emit(new IncidentResolved(incident.Key, incident.ElementId, how));
    }
}
