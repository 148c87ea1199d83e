using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>
/// Puts a small subprocess in the place of a call activity: it waits, then comes to its end, or ends in an error that the called process lets
/// out, or throws an escalation of it and waits again. What is wrong within the called process is told there.
/// </summary>
internal sealed class TrialCall(List<Element> elements, List<SequenceFlow> flows, Oracle oracle)
{
    /// <summary>Ids of what stands within begin with the call's, then this.</summary>
    public const char Mark = '#';

    public const string ErrorMark = "#error:";

    public void Open(Element call, IReadOnlyList<string?> errors, IReadOnlyList<string?> escalations)
    {
        var wait = Add(call, "wait", ElementKind.ManualTask, null);
        var choice = Add(call, "choice", ElementKind.ExclusiveGateway, null);
        var end = Add(call, "end", ElementKind.NoneEndEvent, null);
        Join(call, wait, choice, "waited", false);
        foreach (var code in errors) Join(call, choice, Add(call, "thrown:" + code, ElementKind.ErrorEndEvent, new ErrorDefinition(code)), "error:" + code, true);
        foreach (var code in escalations)
        {
            var thrown = Add(call, "escalated:" + code, ElementKind.EscalationThrowEvent, new EscalationDefinition(code));
            Join(call, choice, thrown, "escalation:" + code, true);
            Join(call, thrown, wait, "again:" + code, false);
        }

        Join(call, choice, end, "done", false);
        elements[choice] = elements[choice] with { DefaultFlow = flows.Count - 1 };
        elements[call.Index] = elements[call.Index] with { Kind = ElementKind.Subprocess, Call = null, Entries = [wait] };
    }

    private int Add(Element call, string name, ElementKind kind, EventDefinition? definition)
    {
        var element = new Element { Index = elements.Count, Id = call.Id + Mark + name, Kind = kind, Parent = call.Index, Event = definition };
        elements.Add(element);
        elements[call.Index] = elements[call.Index] with { Children = elements[call.Index].Children.Add(element.Index) };
        return element.Index;
    }

    private void Join(Element call, int source, int target, string name, bool isAsked)
    {
        var id = call.Id + Mark + name;
        var condition = isAsked ? Expression.Asked(name, () => FeelValue.From(!oracle.Decide(id))) : null;
        var flow = new SequenceFlow(flows.Count, id, null, source, target, condition, 0);
        flows.Add(flow);
        elements[source] = elements[source] with { Outgoing = elements[source].Outgoing.Add(flow.Index) };
        elements[target] = elements[target] with { Incoming = elements[target].Incoming.Add(flow.Index) };
    }
}
