using System.Collections.Immutable;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>Parallel and inclusive joins (BPMN 2.0.2, section 13.4).</summary>
internal static class Joins
{
    /// <summary>Code of the incident of tokens that wait for ever.</summary>
    public const string Deadlock = "deadlock";

    /// <summary>A parallel join takes one token of each incoming flow, and waits until it has one of each.</summary>
    public static void ActivateParallel(Step step, Process process, ElementInstance scope, Element join)
    {
        if (scope.Tokens.Length < join.Incoming.Length) return;
        var flows = join.Incoming.Select(flow => process.Flows[flow].Id).ToImmutableArray();
        var arrived = scope.Tokens.ToHashSet(StringComparer.Ordinal);
        if (flows.All(arrived.Contains)) Lifecycle.Activate(step, join, scope.Key, flows);
    }

    /// <summary>Scopes in which tokens wait, the oldest first.</summary>
    public static List<ElementInstance> Waiting(Step step)
    {
        var waiting = new List<ElementInstance>();
        foreach (var (_, scope) in step.State.Elements)
            if (!scope.Tokens.IsEmpty)
                waiting.Add(scope);
        return waiting;
    }

    /// <summary>Activates the first inclusive join that nothing more can reach. One at a time: what it sets off may reach the next.</summary>
    public static bool ActivateInclusive(Step step, List<ElementInstance> waiting)
    {
        foreach (var scope in waiting)
        {
            var process = step.InnerProcessOf(scope);
            if (!process.Upstream.HasJoins) continue;
            foreach (var flowId in scope.Tokens)
            {
                var join = process.Elements[process.FindFlow(flowId)!.Target];
                if (join.Kind != ElementKind.InclusiveGateway || join.Incoming.Length < 2 || !IsComplete(step, process, scope, join)) continue;
                Lifecycle.Activate(step, join, scope.Key, Arrived(process, scope, join));
                return true;
            }
        }

        return false;
    }

    /// <summary>Tokens that wait where nothing live can bring what they wait for: a fault of the model, told once.</summary>
    public static void ReportDeadlocks(Step step, List<ElementInstance> waiting)
    {
        foreach (var scope in waiting.Where(scope => scope.Children == 0 && IsSilent(step, scope)))
        {
            var process = step.InnerProcessOf(scope);
            var join = process.Elements[process.FindFlow(scope.Tokens[0])!.Target];
            var missing = join.Incoming.Select(flow => process.Flows[flow].Id).Where(flow => !scope.Tokens.Contains(flow));
            Faults.Raise(step, scope.Key, IncidentPhase.Running, Deadlock, $"Expected a token on {string.Join(", ", missing)} at {join.Id}, but nothing that runs can bring one.");
        }
    }

    /// <summary>A person lets the join that waits for ever go on with the tokens it has.</summary>
    public static void ActivateWaiting(Step step, ElementInstance scope)
    {
        if (scope.Tokens.IsEmpty) return;
        var process = step.InnerProcessOf(scope);
        var join = process.Elements[process.FindFlow(scope.Tokens[0])!.Target];
        Lifecycle.Activate(step, join, scope.Key, Arrived(process, scope, join));
    }

    private static bool IsSilent(Step step, ElementInstance scope) =>
        (scope.Called is not null || step.ElementOf(scope).Kind != ElementKind.AdHocSubprocess)
        && step.State.Incidents.Values.All(incident => incident.ElementKey != scope.Key);

    private static ImmutableArray<string> Arrived(Process process, ElementInstance scope, Element join) =>
        [.. join.Incoming.Select(flow => process.Flows[flow].Id).Where(flow => scope.Tokens.Contains(flow))];

    /// <summary>
    /// Every token that could still reach an incoming flow without one could as well reach a flow that has one,
    /// or there is no such token.
    /// </summary>
    private static bool IsComplete(Step step, Process process, ElementInstance scope, Element join)
    {
        var full = join.Incoming.Where(flow => scope.Tokens.Contains(process.Flows[flow].Id)).ToList();
        var empty = join.Incoming.Except(full).ToList();
        return empty.Count == 0 || !Positions(step, process, scope).Any(at =>
            empty.Exists(flow => process.Upstream.Reaches(flow, at)) && !full.Exists(flow => process.Upstream.ReachesByFlows(flow, at)));
    }

    /// <summary>Where tokens are in the scope: at live elements, and before joins.</summary>
    private static IEnumerable<int> Positions(Step step, Process process, ElementInstance scope)
    {
        foreach (var element in step.State.Elements.Values)
            if (element.ScopeKey == scope.Key && element.Key != scope.Key)
                yield return process[element.ElementId].Index;
        foreach (var flow in scope.Tokens)
            yield return process.FindFlow(flow)!.Target;
    }
}
