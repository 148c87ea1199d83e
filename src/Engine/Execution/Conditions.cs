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
        foreach (var (key, before) in step.State.Subscriptions)
            if (before.Kind == SubscriptionKind.Condition && step.State.Subscriptions.TryGetValue(key, out var subscription))
                CheckOne(step, subscription);
        foreach (var (key, element) in step.State.Elements)
            if (step.IsLive(key) && IsAdHocWithCompletion(step, element))
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
