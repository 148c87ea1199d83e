using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>Goes on where an incident stopped an element. What is still wrong raises a new incident.</summary>
internal static class Retries
{
    public static void Retry(Step step, IncidentState incident)
    {
        step.VariablesChanged = true;
        switch (incident.Phase)
        {
            case IncidentPhase.Entering: Lifecycle.Enter(step, incident.ElementKey); break;
            case IncidentPhase.Completing: Lifecycle.Complete(step, incident.ElementKey, FeelContext.Empty); break;
            case IncidentPhase.Leaving: Lifecycle.Leave(step, incident.ElementKey); break;
            default: Resume(step, incident); break;
        }
    }

    /// <summary>A deadlock is looked for again when the step settles; a job that still runs is not sent twice.</summary>
    private static void Resume(Step step, IncidentState incident)
    {
        if (incident.Code == Joins.Deadlock) return;
        var key = incident.ElementKey;
        var self = step.Get(key);
        var element = step.ElementOf(self);
        if (key == 0)
        {
            Closing.StartClocks(step);
            Faults.Guard(step, key, IncidentPhase.Running, () => ScopeRules.Open(step, key, element));
            return;
        }

        if (element.StartsClocks.Length > 0) Faults.Guard(step, key, IncidentPhase.Running, () => ClockRules.StartFor(step, key, element));
        if (self.Called is not null) ClockRules.StartDefaults(step, key, step.InnerProcessOf(self));
        if (self.Loop is not null) LoopBody.InstanceCompleted(step, key);
        else if (!step.State.Jobs.ContainsKey(key) || JobCommands.IsFailure(incident.Code)) ElementBehaviors.Of(element.Kind).Retry(step, self, element);
    }
}
