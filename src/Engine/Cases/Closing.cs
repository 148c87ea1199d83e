using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Cases;

/// <summary>How a case ends.</summary>
internal static class Closing
{
    /// <summary>The last end event with a closure type says how the case is closed.</summary>
    public static void Choose(Step step, Element end)
    {
        if (end.Closure is { } closure) step.Emit(new ClosureChosen(closure, end.Id));
    }

    /// <summary>Ends the case: nothing of it stays open.</summary>
    public static void Close(Step step, CaseStatus status, string? reason = null)
    {
        Lifecycle.TerminateChildren(step, 0, reason ?? "the case ended");
        Waits.Close(step, 0, _ => true);
        Faults.Resolve(step, 0, "cancelled");
        ClockRules.StopAllOf(step, 0);
        foreach (var timer in step.State.Timers.Values.ToList()) step.Emit(new TimerCancelled(timer.Key, timer.ElementId));
        step.Emit(new CaseClosed(status, step.State.Closure, reason));
    }

    /// <summary>Starts the clocks that run from the case's start.</summary>
    public static void StartClocks(Step step) => ClockRules.StartDefaults(step, 0, step.InnerProcessOf(step.Get(0)));
}
