using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Simulation.Running;

/// <summary>What people and activities give a case: tasks done, answers of jobs, messages and buttons.</summary>
internal sealed class Answers(SimulationModel model, CaseDesk cases)
{
    private long _messages;

    public void Give(Due due, SimulatedCase target, CaseState state)
    {
        switch (due.What)
        {
            case DueWhat.WorkDone when target.FindWork(due.Key) is { } item:
                cases.Run(target, item.Step.Element.Id, new CompleteTask(item.By!.Actor, due.Key, item.Step.Form.Draw(ref target.Draws, cases.Local(due.At))), due.At);
                break;
            case DueWhat.ResidentAnswers when state.Elements.TryGetValue(due.Key, out var element):
                var answered = model.Step(element.ElementId);
                cases.Run(target, element.ElementId, new CompleteTask(ActorOf(state, due.Key), due.Key, answered.Form.Draw(ref target.Draws, cases.Local(due.At))), due.At);
                break;
            case DueWhat.JobAnswers when state.Jobs.TryGetValue(due.Key, out var job):
                Answer(target, state, job, due.At);
                break;
            case DueWhat.MessageComes when state.Subscriptions.TryGetValue(due.Key, out var wait):
                Bring(target, wait, due.At);
                break;
            case DueWhat.OptionalStep when state.Elements.TryGetValue(due.Key, out var scope):
                var id = model.ProcessOf(scope.ElementId)!.Elements[due.Detail].Id;
                cases.Run(target, id, new StartAdHocStep(Actor.System, id), due.At);
                break;
        }
    }

    /// <summary>A receive task is not the resident's: whoever heard of it says so.</summary>
    private static Actor ActorOf(CaseState state, long key) => state.Tasks.ContainsKey(key) ? Actor.Reporter(CaseDesk.Resident) : Actor.System;

    private void Bring(SimulatedCase target, SubscriptionState wait, long now)
    {
        var step = model.Step(wait.ElementId);
        var values = step.Form.Draw(ref target.Draws, cases.Local(now));
        var actor = step.Element.Action is null ? Actor.System : step.Element.Action.Audience == TaskAudience.Reporter ? Actor.Reporter(CaseDesk.Resident) : Actor.Staff("staff");
        if (wait.Kind == SubscriptionKind.Signal) cases.Run(target, wait.ElementId, new DeliverSignal(actor, wait.Name, values), now);
        else if (cases.Run(target, wait.ElementId, new DeliverMessage(actor, wait.Key, $"m{++_messages}", values), now)) step.Tally.Done(0);
    }

    private void Answer(SimulatedCase target, CaseState state, JobState job, long now)
    {
        var step = model.Step(job.ElementId);
        var unit = target.Draws.Unit();
        foreach (var (code, probability) in step.Plan.Errors)
            if ((unit -= probability) < 0)
            {
                cases.Run(target, job.ElementId, new FailJob(Actor.System, job.Key, "simulated", code), now);
                return;
            }

        if (unit - (step.Plan.Fails ?? 0) < 0)
        {
            cases.Run(target, job.ElementId, new FailJob(Actor.System, job.Key, "simulated", null, Math.Max(0, job.RetriesLeft - 1), RetryAt(step, now)), now);
            return;
        }

        step.Tally.Done(0);
        cases.Run(target, job.ElementId, Complete(step, state, job, now), now);
    }

    private DateTimeOffset? RetryAt(StepModel step, long now) =>
        step.Element.Activity is { } activity && Iso8601Duration.TryParse(activity.Backoff, out var backoff) is null ? backoff.AddTo(CaseDesk.Moment(now), model.Zone) : null;

    private CompleteJob Complete(StepModel step, CaseState state, JobState job, long now) => step.Plan.Answer?.Evaluate(new JobScope(job, state, cases.Local(now))) switch
    {
        null or FeelNull => new CompleteJob(Actor.System, job.Key, FeelContext.Empty),
        FeelContext context => new CompleteJob(Actor.System, job.Key, context),
        var value => new CompleteJob(Actor.System, job.Key, FeelContext.Empty, value),
    };

    /// <summary>An activity's settings, and behind them the case's variables.</summary>
    private sealed class JobScope(JobState job, CaseState state, DateTimeOffset now) : IFeelScope
    {
        public DateTimeOffset Now => now;

        public FeelValue? Find(string name) => job.Settings.Find(name) ?? state.Variables.Find(name);
    }
}
