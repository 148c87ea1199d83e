using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>Messages, signals and due timers that reach a case.</summary>
internal static class Deliveries
{
    public static Rejected? Message(Step step, DeliverMessage c)
    {
        var subscription = step.State.Subscriptions[c.SubscriptionKey];
        var values = c.Variables;
        if (subscription.IsAction && Action(step, subscription, c, ref values) is { } rejected) return rejected;
        step.Emit(new MessageReceived(subscription.Key, subscription.ElementId, subscription.Name, c.MessageId));
        Triggers.Fire(step, subscription.ElementKey, subscription.ElementId, values);
        return null;
    }

    /// <summary>Reaches what waits for the signal now; a wait that an earlier one of these opens does not get it.</summary>
    public static Rejected? Signal(Step step, DeliverSignal c)
    {
        foreach (var waiting in step.State.Subscriptions.Values.Where(s => s.Kind == SubscriptionKind.Signal && s.Name == c.Name).ToList())
        {
            if (!step.State.Subscriptions.ContainsKey(waiting.Key)) continue;
            step.Emit(new SignalReceived(waiting.Key, waiting.ElementId, c.Name));
            Triggers.Fire(step, waiting.ElementKey, waiting.ElementId, c.Variables);
        }

        return null;
    }

    public static Rejected? Timer(Step step, long timerKey)
    {
        var timer = step.State.Timers[timerKey];
        if (step.Now < timer.DueAt) return new Rejected("timer-not-due", $"Expected timer {timer.ElementId} to be due, but it is due at {timer.DueAt:O}.");
        if (timer.IsContinuation)
        {
            FollowUps.Resume(step, timerKey);
            return null;
        }

        step.Emit(new TimerFired(timerKey, timer.ElementId));
        if (Repeats(step, timer) && Timers.Next(step, timer) is { } next) step.Emit(new TimerScheduled(next));
        Triggers.Fire(step, timer.ElementKey, timer.ElementId, FeelContext.Empty);
        return null;
    }

    private static Rejected? Action(Step step, SubscriptionState subscription, DeliverMessage c, ref FeelContext values)
    {
        var owner = step.Get(subscription.ElementKey);
        var info = (step.ProcessOf(owner).Find(subscription.ElementId) ?? step.InnerProcessOf(owner)[subscription.ElementId]).Action!;
        if (c.Actor.Kind == ActorKind.Reporter && info.Audience != TaskAudience.Reporter)
            return new Rejected("not-for-reporter", $"Expected an action for the reporter, but {subscription.ElementId} is for staff.");
        var forms = step.World.Flow(step.InnerProcessOf(owner).Flow).Forms;
        return info.Form is { } key && forms.TryGetValue(key, out var form) ? FormRules.Check(form, values, step.Now, out values) : null;
    }

    /// <summary>Only what does not interrupt can fire again.</summary>
    private static bool Repeats(Step step, TimerState timer)
    {
        if (timer.Cycle is null) return false;
        var owner = step.Get(timer.ElementKey);
        var element = step.ProcessOf(owner).Find(timer.ElementId) ?? step.InnerProcessOf(owner).Find(timer.ElementId);
        return element is { Interrupting: false };
    }
}
