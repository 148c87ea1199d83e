using CaseFlow.Engine.Events;
using CaseFlow.Runtime.Due;
using CaseFlow.Runtime.Feed;
using CaseFlow.Runtime.Storage.Commits;

namespace CaseFlow.Runtime.Running;

/// <summary>What is told to whom after a commit. All of it may be lost in a crash: each receiver also looks for itself from time to time.</summary>
internal sealed class CommitSignals(OutboxSignal outbox, DueSignal due, MessageSignal messages, CaseFeed feed)
{
    public void Announce(StepToStore step, CaseCommit commit)
    {
        if (!step.Step.Effects.IsEmpty) outbox.Wake();
        if (step.Step.Events.Any(@event => @event is SubscriptionOpened { Subscription.IsAction: false })) messages.Wake();
        if (NextDue(step) is { } next) due.Committed(next);
        var unit = UnitPlace.Of(step.Units, CaseColumns.UnitOf(step.After));
        feed.Publish(step.Tenant, new CaseChange(step.CaseId, step.After.Facts.Number, unit.Path, commit.Expected + commit.Events.Count));
    }

    private static DateTimeOffset? NextDue(StepToStore step)
    {
        var (before, after) = (step.Before?.State, step.After);
        var times = StateDiff.Put(before?.Timers, after.Timers).Select(timer => timer.DueAt)
            .Concat(StateDiff.Put(before?.Clocks, after.Clocks).Where(clock => clock.NextMarkAt is not null).Select(clock => clock.NextMarkAt!.Value)).ToList();
        return times.Count == 0 ? null : times.Min();
    }
}
