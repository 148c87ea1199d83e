using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>An event-based gateway leads to catch events and receive tasks only, each reached by nothing else.</summary>
internal static class EventGatewayRule
{
    public static void Check(Process process, CompileContext context)
    {
        foreach (var gateway in process.Elements.Where(element => element.Kind == ElementKind.EventBasedGateway))
        {
            if (gateway.Outgoing.Length < 2) context.Problems.Warning("event-gateway", $"Expected {gateway.Id} to lead to two events or more, but it leads to {gateway.Outgoing.Length}.", gateway);
            foreach (var target in gateway.Outgoing.Select(flow => process.Elements[process.Flows[flow].Target]))
                if (!Waits(target))
                    context.Problems.Error("event-gateway", $"Expected {gateway.Id} to lead to message, timer, signal or conditional events, but {target.Id} is none that only it leads to.", target);
        }
    }

    private static bool Waits(Element target) =>
        target.Incoming.Length == 1 && target.Kind != ElementKind.LinkCatchEvent
        && (target.Kind.IsCatchEvent() || target is { Kind: ElementKind.ReceiveTask, Event: not null, Boundaries.IsEmpty: true, Loop: null });
}
