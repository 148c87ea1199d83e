using CaseFlow.Engine.Effects;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution.Elements;

/// <summary>Service task, and send task with an activity: its work runs outside the step, through the outbox.</summary>
internal sealed class ServiceTaskBehavior : ElementBehavior
{
    /// <summary>What a task without an activity asks for: some worker outside answers it.</summary>
    internal const string External = "external";

    public override void Enter(Step step, ElementInstance self, Element element) => Run(step, Job(step, self, element, 1));

    /// <summary>The settings are worked out anew: variables may have been mended, or the case moved to a version that asks for something else.</summary>
    public override void Retry(Step step, ElementInstance self, Element element)
    {
        if (step.State.Jobs.TryGetValue(self.Key, out var job)) Faults.Guard(step, self.Key, IncidentPhase.Running, () => Run(step, Job(step, self, element, job.Attempt)));
        else Enter(step, self, element);
    }

    private static JobState Job(Step step, ElementInstance self, Element element, int attempt)
    {
        var activity = element.Activity;
        var settings = FeelContext.Empty;
        foreach (var setting in activity?.Settings ?? [])
            settings = settings.With(setting.Key, Expressions.Evaluate(step, setting.Value, self.Key));
        return new JobState(self.Key, element.Id, activity?.Type ?? External, settings, attempt, activity?.Retries ?? 0, null);
    }

    private static void Run(Step step, JobState job)
    {
        step.Emit(new JobCreated(job));
        Send(step, job);
    }

    internal static void Send(Step step, JobState job) =>
        step.Do(new RunActivity($"{job.Key}:{job.Attempt}", job, new VariableScope(step, job.Key).Visible()));
}
