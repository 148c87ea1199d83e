using System.Collections.Immutable;
using CaseFlow.Engine.Events;

namespace CaseFlow.Engine.State;

internal static class EvolveWaits
{
    private const int RememberedMessages = 50;

    public static CaseState ApplyTimer(CaseState state, CaseEvent @event) => @event switch
    {
        TimerScheduled e => Opened(state, e.Timer.Key, e.Timer.ElementKey) with { Timers = state.Timers.Add(e.Timer.Key, e.Timer) },
        TimerFired e => TimerGone(state, e.TimerKey),
        TimerCancelled e => TimerGone(state, e.TimerKey),
        FollowUpsDeferred e => state with
        {
            NextKey = Math.Max(state.NextKey, e.Timer.Key + 1),
            Timers = state.Timers.Add(e.Timer.Key, e.Timer),
            Deferred = state.Deferred.AddRange(e.FollowUps),
        },
        FollowUpsResumed e => state with { Timers = state.Timers.Remove(e.TimerKey), Deferred = [] },
        _ => throw new InvalidOperationException($"Expected an event of a timer, but found {@event.GetType().Name}."),
    };

    public static CaseState ApplySubscription(CaseState state, CaseEvent @event) => @event switch
    {
        SubscriptionOpened e => Opened(state, e.Subscription.Key, e.Subscription.ElementKey) with { Subscriptions = state.Subscriptions.Add(e.Subscription.Key, e.Subscription) },
        SubscriptionClosed e => Gone(state, e.SubscriptionKey, state.Subscriptions[e.SubscriptionKey].ElementKey) with { Subscriptions = state.Subscriptions.Remove(e.SubscriptionKey) },
        MessageReceived e => With(state, e.SubscriptionKey, subscription => subscription with { Taken = Remember(subscription.Taken, e.MessageId) }),
        SignalReceived => state,
        ConditionChanged e => With(state, e.SubscriptionKey, subscription => subscription with { Holds = e.Holds }),
        _ => throw new InvalidOperationException($"Expected an event of a subscription, but found {@event.GetType().Name}."),
    };

    private static CaseState TimerGone(CaseState state, long key) =>
        Gone(state, key, state.Timers[key].ElementKey) with { Timers = state.Timers.Remove(key) };

    private static ImmutableArray<string> Remember(ImmutableArray<string> taken, string id) =>
        (taken.Length < RememberedMessages ? taken : taken.RemoveAt(0)).Add(id);

    private static CaseState Opened(CaseState state, long key, long elementKey) =>
        EvolveElements.With(state, elementKey, element => element with { Waits = element.Waits.Add(key) }) with { NextKey = Math.Max(state.NextKey, key + 1) };

    private static CaseState Gone(CaseState state, long key, long elementKey) =>
        state.Elements.ContainsKey(elementKey)
            ? EvolveElements.With(state, elementKey, element => element with { Waits = element.Waits.Remove(key) })
            : state;

    private static CaseState With(CaseState state, long key, Func<SubscriptionState, SubscriptionState> change) =>
        state with { Subscriptions = state.Subscriptions.SetItem(key, change(state.Subscriptions[key])) };
}
