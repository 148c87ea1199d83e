namespace CaseFlow.Engine.Execution;

/// <summary>Starting the optional steps of ad-hoc subprocesses.</summary>
internal static class AdHocSteps
{
    public static Rejected? Start(Step step, string elementId)
    {
        foreach (var instance in step.State.Elements.Values)
        {
            if (instance.Key == 0 || instance.Loop is not null || step.ElementOf(instance) is not { AdHoc: { } adHoc } scope) continue;
            var process = step.ProcessOf(instance);
            if (process.Find(elementId) is not { } element || !scope.Entries.Contains(element.Index)) continue;
            if (adHoc.Sequential && !ScopeRules.IsFinished(instance))
                return new Rejected("ad-hoc-busy", $"Expected {scope.Id} to be free for its next step, but one is still running.");
            Lifecycle.Activate(step, element, instance.Key, []);
            return null;
        }

        return new Rejected("step-not-offered", $"Expected {elementId} to be a step of an open ad-hoc subprocess, but it is not.");
    }
}
