using System.Collections.Immutable;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>
/// Goes on past an incident. On entering or completing, and when a job failed, the element completes without its outputs; on leaving, a
/// person says which way to go; a join that waits for ever goes on with the tokens it has; a clock or a condition is gone without.
/// </summary>
internal static class Skips
{
    /// <summary>Why skipping makes no sense here, or what is missing for it; null: it can be done.</summary>
    public static Rejected? WhyNot(Step step, IncidentState incident, string? flow)
    {
        var self = step.Get(incident.ElementKey);
        var ways = WaysOut(step, self);
        if (flow is not null && !ways.Contains(flow)) return new Rejected("unknown-flow", $"Expected a sequence flow that leaves {incident.ElementId}, but '{flow}' is not one.");
        if (flow is null && NeedsChoice(step, incident, self))
            return new Rejected("choice-missing", $"Expected one of the sequence flows {string.Join(", ", ways)} to go on by from {incident.ElementId}, but none was chosen.");
        return IsCompletionOfAdHoc(step, incident, self) && !ScopeRules.IsFinished(self)
            ? new Rejected("skip-refused", $"Expected nothing to run in {incident.ElementId}, but {self.Children} of its steps do: complete them first, or mend the variables.")
            : null;
    }

    public static void Skip(Step step, IncidentState incident, string? flow)
    {
        var self = step.Get(incident.ElementKey);
        if (incident.Phase == IncidentPhase.Leaving) SkipLeaving(step, incident, self, flow);
        else if (IsWork(step, incident)) SkipWork(step, self, flow);
        else if (incident.Code == Joins.Deadlock) Joins.ActivateWaiting(step, self);
        else if (self is { Loop: not null, Children: 0 }) LoopBody.Finish(step, self.Key);
        else if (IsCompletionOfAdHoc(step, incident, self)) Lifecycle.Complete(step, self.Key, FeelContext.Empty);
    }

    private static void SkipWork(Step step, ElementInstance self, string? flow)
    {
        if (step.State.Jobs.TryGetValue(self.Key, out var job)) step.Emit(new JobCancelled(job.Key, job.ElementId));
        Lifecycle.TerminateChildren(step, self.Key, "skipped");
        if (self.LoopCounter > 0) step.Emit(new LoopInstanceEnded(self.ScopeKey, self.ElementId, self.LoopCounter, FeelValue.Null));
        if (flow is null) Lifecycle.Leave(step, self.Key);
        else Lifecycle.LeaveBy(step, self.Key, [Chosen(flow)], () => Lifecycle.ApplyClocks(step, self, step.ElementOf(self)));
    }

    /// <summary>When the way out was the fault, the clocks are still to be told; when a clock was, it is gone without.</summary>
    private static void SkipLeaving(Step step, IncidentState incident, ElementInstance self, string? flow)
    {
        var element = step.ElementOf(self);
        var noPath = IsNoPath(incident);
        ImmutableArray<Departure> ways = flow is not null ? [Chosen(flow)] : noPath ? [Routing.OnlyWay(step.ProcessOf(self), element)!.Value] : Routing.Choose(step, self, element);
        Lifecycle.LeaveBy(step, self.Key, ways, () =>
        {
            if (noPath) Lifecycle.ApplyClocks(step, self, element);
            else Cases.ClockRules.StopFor(step, self, element);
        });
    }

    private static bool NeedsChoice(Step step, IncidentState incident, ElementInstance self)
    {
        if (self.Key == 0) return false;
        var element = step.ElementOf(self);
        if (incident.Phase == IncidentPhase.Entering) return element.Kind == ElementKind.EventBasedGateway;
        if (incident.Phase != IncidentPhase.Leaving) return false;
        return IsNoPath(incident) ? Routing.OnlyWay(step.ProcessOf(self), element) is null : !CanChoose(step, self, element);
    }

    private static bool CanChoose(Step step, ElementInstance self, Element element)
    {
        try
        {
            Routing.Choose(step, self, element);
            return true;
        }
        catch (ModelFault)
        {
            return false;
        }
    }

    private static ImmutableArray<string> WaysOut(Step step, ElementInstance self)
    {
        if (self.Key == 0 || self.LoopCounter > 0) return [];
        var process = step.ProcessOf(self);
        return [.. step.ElementOf(self).Outgoing.Select(flow => process.Flows[flow].Id)];
    }

    private static Departure Chosen(string flow) => new(flow, "chosen");

    private static bool IsNoPath(IncidentState incident) => incident.Code is "no-path" or "condition";

    /// <summary>Whether the element's own work is what can't be done; else it is something beside it.</summary>
    private static bool IsWork(Step step, IncidentState incident) => incident.Phase switch
    {
        IncidentPhase.Entering or IncidentPhase.Completing => true,
        IncidentPhase.Opening => incident.ElementKey != 0,
        _ => IsJob(step, incident),
    };

    private static bool IsJob(Step step, IncidentState incident) => JobCommands.IsFailure(incident.Code) && step.State.Jobs.ContainsKey(incident.ElementKey);

    private static bool IsCompletionOfAdHoc(Step step, IncidentState incident, ElementInstance self) =>
        incident is { Phase: IncidentPhase.Running, Code: "expression" } && self is { Key: not 0, Loop: null } && step.ElementOf(self).AdHoc?.Completion is not null;
}
