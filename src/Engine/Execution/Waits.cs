using System.Collections.Immutable;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>Opens and closes what an instance waits for: timers, messages, signals, conditions.</summary>
internal static class Waits
{
    public static void OpenBoundaries(Step step, ElementInstance self, Element element) => Open(step, self.Key, step.ProcessOf(self), element.Boundaries);

    public static void OpenOwn(Step step, ElementInstance self, Element element) => Open(step, self.Key, step.ProcessOf(self), [element.Index]);

    /// <summary>Opens the events' waits, all or none. Those that are open already stay as they are: a retry comes through here again.</summary>
    public static void Open(Step step, long ownerKey, Process process, ImmutableArray<int> events)
    {
        if (events.IsEmpty) return;
        var missing = events.Select(index => process.Elements[index]).Where(element => !IsOpen(step, ownerKey, element.Id)).ToList();
        var opened = missing.Select(element => Prepare(step, ownerKey, element)).OfType<Func<long, CaseEvent>>().ToList();
        foreach (var open in opened) step.Emit(open(step.NewKey));
    }

    public static void Close(Step step, long ownerKey, Func<string, bool> which)
    {
        foreach (var key in step.Get(ownerKey).Waits)
        {
            if (step.State.Timers.TryGetValue(key, out var timer) && which(timer.ElementId))
                step.Emit(new TimerCancelled(key, timer.ElementId));
            else if (step.State.Subscriptions.TryGetValue(key, out var subscription) && which(subscription.ElementId))
                step.Emit(new SubscriptionClosed(key, subscription.ElementId));
        }
    }

    private static bool IsOpen(Step step, long ownerKey, string eventId)
    {
        foreach (var key in step.Get(ownerKey).Waits)
            if ((step.State.Timers.TryGetValue(key, out var timer) ? timer.ElementId : step.State.Subscriptions[key].ElementId) == eventId)
                return true;
        return false;
    }

    /// <summary>Works out everything that can fail; the answer makes the event once the key is known. Null: nothing to wait for.</summary>
    private static Func<long, CaseEvent>? Prepare(Step step, long ownerKey, Element element)
    {
        switch (element.Event)
        {
            case TimerDefinition timer:
                var state = Timers.First(step, timer, ownerKey, element);
                return key => new TimerScheduled(state with { Key = key });
            case MessageDefinition message:
                var correlation = Expressions.Text(step, message.Correlation, ownerKey);
                return key => Subscription(step, key, SubscriptionKind.Message, message.Name, correlation, ownerKey, element);
            case SignalDefinition signal:
                return key => Subscription(step, key, SubscriptionKind.Signal, signal.Name, null, ownerKey, element);
            case ConditionDefinition condition:
                return key => Subscription(step, key, SubscriptionKind.Condition, condition.Condition.Text, null, ownerKey, element);
            default:
                return null;
        }
    }

    private static SubscriptionOpened Subscription(
        Step step, long key, SubscriptionKind kind, string name, string? correlation, long ownerKey, Element element)
    {
        var owner = step.Get(ownerKey);
        var standsOnTask = element.Action is not null && element.AttachedTo >= 0 && owner.Loop is null && step.ElementOf(owner) is { Kind: ElementKind.UserTask, Loop: null };
        return new SubscriptionOpened(new SubscriptionState(
            key, kind, name, correlation, element.Id, standsOnTask ? ownerKey : null, element.Action is not null, ownerKey));
    }
}
