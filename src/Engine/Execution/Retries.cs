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
            case IncidentPhase.Opening: Open(step, incident.ElementKey); break;
            case IncidentPhase.StartingClock: ClockRules.StartAgain(step, incident); break;
            case IncidentPhase.Entering: Lifecycle.Work(step, incident.ElementKey); break;
            case IncidentPhase.Completing: Lifecycle.Complete(step, incident.ElementKey, FeelContext.Empty); break;
            case IncidentPhase.Leaving: Lifecycle.Leave(step, incident.ElementKey); break;
            default: Resume(step, incident); break;
        }
    }

    private static void Open(Step step, long key)
    {
        if (key == 0) Faults.Guard(step, 0, IncidentPhase.Opening, () => ScopeRules.Open(step, 0, step.InnerScopeOf(step.Get(0))));
        else Lifecycle.Enter(step, key);
    }

    /// <summary>Deadlocks and conditions are looked at again when the step settles; a job that still runs is not sent twice.</summary>
    private static void Resume(Step step, IncidentState incident)
    {
        var key = incident.ElementKey;
        if (key == 0 || incident.Code == Joins.Deadlock) return;
        var self = step.Get(key);
        if (self.Loop is not null) LoopBody.InstanceCompleted(step, key);
        else if (!step.State.Jobs.ContainsKey(key) || JobCommands.IsFailure(incident.Code)) ElementBehaviors.Of(step.ElementOf(self).Kind).Retry(step, self, step.ElementOf(self));
    }
}
