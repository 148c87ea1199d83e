using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>Undoes completed activities, the latest first, one after the other (BPMN 2.0.2, section 10.7).</summary>
internal static class Compensation
{
    public static void Keep(Step step, ElementInstance self) =>
        step.Emit(new CompensationKept(new CompensationState(step.NewKey, self.ElementId, self.ScopeKey, self.Variables), self.Key));

    /// <summary>Starts the handler of the latest activity that is still to be undone. False when there is none left.</summary>
    public static bool StartNext(Step step, ElementInstance thrower, string? activity)
    {
        var scope = step.Get(thrower.ScopeKey);
        if (step.InnerScopeOf(scope).Kind == ElementKind.EventSubprocess) scope = step.Get(scope.ScopeKey);
        var process = step.InnerProcessOf(scope);
        foreach (var kept in step.State.Compensations.Values.Reverse())
        {
            if (kept.ScopeKey != scope.Key || activity is not null && !IsWithin(process, kept.ElementId, activity)) continue;
            step.Emit(new CompensationStarted(kept.Key, kept.ElementId));
            var handler = process.Elements[process[kept.ElementId].Compensation];
            var key = Lifecycle.Begin(step, handler, thrower.Key, []);
            Variables.Set(step, key, kept.Variables);
            Lifecycle.Enter(step, key);
            return true;
        }

        return false;
    }

    private static bool IsWithin(Process process, string elementId, string activity)
    {
        for (var at = process.Find(elementId); at is not null; at = at.Parent < 0 ? null : process.Elements[at.Parent])
            if (at.Id == activity)
                return true;
        return false;
    }
}
