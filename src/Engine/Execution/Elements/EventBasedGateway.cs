using CaseFlow.Engine.Events;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution.Elements;

/// <summary>Event-based gateway: waits for all events it leads to; the first one that comes takes the token, the other waits are withdrawn.</summary>
internal sealed class EventBasedGatewayBehavior : ElementBehavior
{
    public override void Enter(Step step, ElementInstance self, Element element)
    {
        var process = step.ProcessOf(self);
        Waits.Open(step, self.Key, process, [.. element.Outgoing.Select(flow => process.Flows[flow].Target)]);
    }

    public override void Triggered(Step step, ElementInstance self, Element @event, FeelContext payload)
    {
        var process = step.ProcessOf(self);
        var flow = step.ElementOf(self).Outgoing.First(index => process.Flows[index].Target == @event.Index);
        var flowId = process.Flows[flow].Id;
        Lifecycle.End(step, self, step.ElementOf(self));
        step.Emit(new SequenceFlowTaken(flowId, self.ScopeKey, $"{@event.Id} came first"));
        var key = Lifecycle.Begin(step, @event, self.ScopeKey, [flowId]);
        Lifecycle.Complete(step, key, payload);
    }
}
