using CaseFlow.Engine.Effects;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Simulation.Statistics;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Simulation.Running;

/// <summary>Reads what a step did: what is to happen next, and what is to be counted.</summary>
internal sealed class EventReader(SimulationModel model, Agenda agenda, TeamDesk teams, Post post, RunTally tally)
{
    public void Read(SimulatedCase target, Advanced step, long now)
    {
        foreach (var @event in step.Events) Read(target, @event, now);
        foreach (var effect in step.Effects) Read(target, effect, now);
    }

    private void Read(SimulatedCase target, CaseEvent @event, long now)
    {
        switch (@event)
        {
            case TaskCreated e: Open(target, e.Task, now); break;
            case TaskCompleted e: Completed(target, e, now); break;
            case TaskCancelled e when target.FindWork(e.TaskKey) is { } item: teams.Cancel(item, now); break;
            case TimerScheduled e: agenda.Add(new Due(e.Timer.DueAt.UtcTicks, DueWhat.Timer, target, e.Timer.Key)); break;
            case FollowUpsDeferred e: agenda.Add(new Due(Math.Max(now, e.Timer.DueAt.UtcTicks), DueWhat.Continuation, target, e.Timer.Key)); break;
            case ClockStarted e: Started(target, e.Clock, now); break;
            case ClockChanged e: PlanMark(target, e.Clock, now); break;
            case ClockMarked e: Marked(target, e, now); break;
            case ClockStopped e: Stopped(target, e); break;
            case SubscriptionOpened e: Opened(target, e.Subscription, now); break;
            case MessageReceived e: Again(target, e.SubscriptionKey, now); break;
            case ElementActivated e: Activated(target, e, now); break;
            case IncidentRaised e: tally.Incidents[(e.Incident.ElementId, e.Incident.Code)] = tally.Incidents.GetValueOrDefault((e.Incident.ElementId, e.Incident.Code)) + 1; break;
            case CaseStarted: tally.Open++; break;
            case CaseClosed e: Closed(target, e, now); break;
        }
    }

    private void Read(SimulatedCase target, Effect effect, long now)
    {
        if (effect is RunActivity run) Plan(target, run.Job, now);
        else post.Send(effect);
    }

    private void Open(SimulatedCase target, TaskState task, long now)
    {
        var step = model.Step(task.ElementId);
        if (task.Audience == TaskAudience.Staff)
        {
            teams.Open(new WorkItem(target, task.Key, step, model.Team(task.Team), now, task.Excluded), now);
            return;
        }

        step.Tally.Offered();
        if (target.Draws.Chance(step.Chance)) agenda.Add(new Due(now + step.DrawDuration(ref target.Draws), DueWhat.ResidentAnswers, target, task.Key));
    }

    private void Completed(SimulatedCase target, TaskCompleted e, long now)
    {
        if (target.FindWork(e.TaskKey) is { } item) teams.Complete(item, now);
        else model.Step(e.ElementId).Tally.Done(0);
    }

    /// <summary>A failed attempt is tried again no earlier than its back-off says.</summary>
    private void Plan(SimulatedCase target, JobState job, long now)
    {
        var step = model.Step(job.ElementId);
        step.Tally.Offered();
        var begin = Math.Max(now, job.RetryAt?.UtcTicks ?? now);
        agenda.Add(new Due(begin + step.DrawDuration(ref target.Draws), DueWhat.JobAnswers, target, job.Key));
    }

    private void Started(SimulatedCase target, ClockState clock, long now)
    {
        tally.Clock(clock.ClockId).Started++;
        PlanMark(target, clock, now);
    }

    private void PlanMark(SimulatedCase target, ClockState clock, long now)
    {
        if (clock is { NextMark: { } mark, NextMarkAt: { } at }) agenda.Add(new Due(Math.Max(now, at.UtcTicks), DueWhat.Mark, target, clock.Key, (int)mark));
    }

    private void Marked(SimulatedCase target, ClockMarked e, long now)
    {
        if (e.Mark == ClockMark.Breach && target.Breach(e.ClockKey)) tally.Clock(e.ClockId).Breached++;
        PlanMark(target, e.Clock, now);
    }

    private void Stopped(SimulatedCase target, ClockStopped e)
    {
        if (target.IsBreached(e.ClockKey)) return;
        if (e.Met) tally.Clock(e.ClockId).Kept++;
        else tally.Clock(e.ClockId).Breached++;
    }

    private void Opened(SimulatedCase target, SubscriptionState wait, long now)
    {
        if (wait.Kind == SubscriptionKind.Condition) return;
        if (!wait.IsAction && model.Sends(wait.Kind, wait.Name)) post.Wait(target, wait);
        else Expect(target, wait, now);
    }

    /// <summary>What doesn't interrupt stays open, and may come once more.</summary>
    private void Again(SimulatedCase target, long key, long now)
    {
        if (target.State!.Subscriptions.TryGetValue(key, out var wait) && wait.IsAction) Expect(target, wait, now);
    }

    private void Expect(SimulatedCase target, SubscriptionState wait, long now)
    {
        var step = model.Step(wait.ElementId);
        step.Tally.Offered();
        if (target.Draws.Chance(step.Chance)) agenda.Add(new Due(now + step.DrawDuration(ref target.Draws), DueWhat.MessageComes, target, wait.Key));
    }

    /// <summary>People start the optional steps of an ad-hoc subprocess; a receive task without a message is told by a person.</summary>
    private void Activated(SimulatedCase target, ElementActivated e, long now)
    {
        var step = model.Step(e.ElementId);
        if (step.Element is { Kind: ElementKind.ReceiveTask, Event: null }) Expect(target, step, e.Key, now);
        if (step.Element.AdHoc is null || model.ProcessOf(e.ElementId) is not { } process) return;
        foreach (var index in step.Element.Entries)
        {
            var optional = model.Step(process.Elements[index].Id);
            if (target.Draws.Chance(optional.Plan.Chance ?? model.Scenario.Defaults.OptionalStep.Chance!.Value))
                agenda.Add(new Due(now, DueWhat.OptionalStep, target, e.Key, index));
        }
    }

    private void Expect(SimulatedCase target, StepModel step, long key, long now)
    {
        step.Tally.Offered();
        if (target.Draws.Chance(step.Chance)) agenda.Add(new Due(now + step.DrawDuration(ref target.Draws), DueWhat.ResidentAnswers, target, key));
    }

    private void Closed(SimulatedCase target, CaseClosed e, long now)
    {
        tally.Open--;
        tally.Closed++;
        var closure = e.Closure ?? "";
        tally.Closures[closure] = tally.Closures.GetValueOrDefault(closure) + 1;
        tally.ToClose.Add((now - target.Begun) / (double)TimeSpan.TicksPerSecond);
    }
}
