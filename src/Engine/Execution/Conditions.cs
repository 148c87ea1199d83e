using CaseFlow.Engine.Events;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>Conditions that are waited for: looked at again whenever a variable has changed. One fires when it becomes true.</summary>
internal static class Conditions
{
    public static void Check(Step step)
    {
        foreach (var key in step.State.Subscriptions.Values.Where(s => s.Kind == SubscriptionKind.Condition).Select(s => s.Key).ToList())
            if (step.State.Subscriptions.TryGetValue(key, out var subscription))
                CheckOne(step, subscription);
        foreach (var key in step.State.Elements.Values.Where(element => IsAdHocWithCompletion(step, element)).Select(element => element.Key).ToList())
            if (step.IsLive(key))
                ElementBehaviors.Of(ElementKind.AdHocSubprocess).ChildEnded(step, step.Get(key));
    }

    private static bool IsAdHocWithCompletion(Step step, ElementInstance element) =>
        element.Key != 0 && element.Loop is null && step.ProcessOf(element).HasAdHocCompletion
        && step.ElementOf(element) is { Kind: ElementKind.AdHocSubprocess, AdHoc.Completion: not null };

    private static void CheckOne(Step step, SubscriptionState subscription)
    {
        var owner = step.Get(subscription.ElementKey);
        var @event = step.ProcessOf(owner).Find(subscription.ElementId) ?? step.InnerProcessOf(owner)[subscription.ElementId];
        var condition = ((ConditionDefinition)@event.Event!).Condition;
        Faults.Guard(step, owner.Key, IncidentPhase.Running, () =>
        {
            var holds = Expressions.Holds(step, condition, owner.Key);
            if (holds == subscription.Holds) return;
            step.Emit(new ConditionChanged(subscription.Key, subscription.ElementId, holds));
            if (holds) Triggers.Fire(step, owner.Key, subscription.ElementId, FeelContext.Empty);
        });
    }
}
