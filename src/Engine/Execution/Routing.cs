using System.Collections.Immutable;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>A chosen way out of an element, and why it was chosen.</summary>
internal readonly record struct Departure(string FlowId, string? Why);

/// <summary>Which sequence flows an element leaves by (BPMN 2.0.2, sections 8.4.13 and 10.6).</summary>
internal static class Routing
{
    private const string Default = "default";

    public static ImmutableArray<Departure> Choose(Step step, ElementInstance self, Element element)
    {
        if (element.Outgoing.IsEmpty || element.Kind == ElementKind.EventBasedGateway) return [];
        var process = step.ProcessOf(self);
        return element.Kind switch
        {
            ElementKind.ParallelGateway => [.. element.Outgoing.Select(flow => new Departure(process.Flows[flow].Id, null))],
            ElementKind.ExclusiveGateway => [First(step, process, self, element)],
            _ => AllThatHold(step, process, self, element),
        };
    }

    /// <summary>The way out that needs no condition: the default flow, or the only one; null: there is a choice to make.</summary>
    public static Departure? OnlyWay(Process process, Element element) => element switch
    {
        { DefaultFlow: >= 0 } => ByDefault(process, element),
        { Outgoing: [var only] } => new Departure(process.Flows[only].Id, null),
        _ => null,
    };

    private static Departure First(Step step, Process process, ElementInstance self, Element gateway)
    {
        foreach (var index in gateway.Outgoing)
            if (index != gateway.DefaultFlow && Holds(step, process.Flows[index], self, out var why))
                return new Departure(process.Flows[index].Id, why);
        return ByDefault(process, gateway);
    }

    /// <summary>Inclusive gateways, activities and events: every flow whose condition holds, and those without one; else the default flow.</summary>
    private static ImmutableArray<Departure> AllThatHold(Step step, Process process, ElementInstance self, Element element)
    {
        var ways = ImmutableArray.CreateBuilder<Departure>(element.Outgoing.Length);
        var conditionHeld = false;
        foreach (var index in element.Outgoing)
        {
            var flow = process.Flows[index];
            if (index == element.DefaultFlow || !Holds(step, flow, self, out var why)) continue;
            conditionHeld |= flow.Condition is not null;
            ways.Add(new Departure(flow.Id, why));
        }

        if (element.DefaultFlow >= 0 && !conditionHeld && (ways.Count == 0 || element.Kind != ElementKind.InclusiveGateway)) ways.Add(ByDefault(process, element));
        return ways.Count > 0 ? ways.ToImmutable() : [ByDefault(process, element)];
    }

    private static bool Holds(Step step, SequenceFlow flow, ElementInstance self, out string? why)
    {
        why = flow.Condition?.Text;
        return flow.Condition is null || Expressions.Decide(step, flow.Condition, self.Key, flow.Id);
    }

    private static Departure ByDefault(Process process, Element element) => element.DefaultFlow >= 0
        ? new Departure(process.Flows[element.DefaultFlow].Id, Default)
        : throw new ModelFault("no-path", $"Expected a condition that holds or a default flow at {element.Id}, but none of its {element.Outgoing.Length} sequence flows can be taken.");
}
