using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Tests.Execution.RandomModels;

/// <summary>Plays a problem's steps in a real case: conditions come out as the steps say.</summary>
internal static class CounterExample
{
    /// <summary>Null: the case shows the problem; else why it does not.</summary>
    public static string? Play(Problem problem, RandomModel model, RandomWalk walk)
    {
        if (problem.Steps.Any(step => ChoosesTwice(step, model))) return null;
        var held = model.Conditional.Where(edge => problem.Steps[0].Chosen.Contains(edge.Id)).Select(edge => edge.Variable).ToHashSet();
        walk.Start(held);
        foreach (var step in problem.Steps.Skip(1))
        {
            held = [.. model.Conditional.Where(edge => step.Chosen.Contains(edge.Id)).Select(edge => edge.Variable)];
            if (!walk.IsActive) return "the case has ended";
            walk.Set(held);
            if (IsCall(step, walk))
            {
                if (step.Kind == TrialStepKind.Error || !FinishCall(step, walk, held)) return null;
                continue;
            }

            if (model.Calls.Contains(step.ElementId)) return null;
            if (Command(step, walk, held) is not { } command) return $"nothing is to be done at {step.ElementId}";
            walk.Do(command);
        }

        return Shows(problem, walk) ? null : "the problem does not show";
    }

    /// <summary>A gateway that is passed twice in one step, with another answer each time: no values of variables bring that about.</summary>
    private static bool ChoosesTwice(TrialStep step, RandomModel model) =>
        step.Taken.Where(step.Chosen.Contains).GroupBy(flow => flow).Any(flow => flow.Count() > 1) || model.Choosing.Any(gateway => gateway.Count(step.Chosen.Contains) > 1);

    private static bool IsCall(TrialStep step, RandomWalk walk) => walk.State!.Elements.Values.Any(instance => instance.ElementId == step.ElementId && instance.Called is not null);

    /// <summary>What stands for a called process's work is one step of the example. False when the called process comes to no end of itself.</summary>
    private static bool FinishCall(TrialStep step, RandomWalk walk, IReadOnlySet<string> held)
    {
        var key = walk.State!.Elements.Values.First(instance => instance.ElementId == step.ElementId && instance.Called is not null).Key;
        for (var i = 0; i < 20 && walk.IsActive && walk.State!.Elements.ContainsKey(key); i++)
        {
            var within = walk.State.Elements.Values.Where(instance => instance.CallKey == key).Select(instance => instance.Key).ToHashSet();
            if (walk.State.Tasks.Keys.FirstOrDefault(within.Contains) is > 0 and var task) walk.Do(new CompleteTask(Actor.System, task, walk.Values(held)));
            else if (walk.State.Jobs.Keys.FirstOrDefault(within.Contains) is > 0 and var job) walk.Do(new CompleteJob(Actor.System, job, walk.Values(held)));
            else return false;
        }

        return !walk.State!.Elements.ContainsKey(key);
    }

    private static bool Shows(Problem problem, RandomWalk walk) => problem.Rule switch
    {
        "may-get-stuck" => walk.State!.Incidents.Values.Any(incident => incident.Code == "deadlock") || walk.IsActive && walk.Moves().Count == 0,
        "uncaught-error" => walk.State!.Incidents.Values.Any(incident => incident.Code == "unhandled-error"),
        "may-run-twice" => walk.Activations.Any(count => count.Key.Element == problem.ElementId && count.Value > 1)
            || walk.State!.Elements.Values.Any(scope => scope.Tokens.Distinct().Count() < scope.Tokens.Length),
        _ => true,
    };

    private static Command? Command(TrialStep step, RandomWalk walk, IReadOnlySet<string> held)
    {
        var state = walk.State!;
        return step.Kind switch
        {
            TrialStepKind.Complete when state.Tasks.Values.FirstOrDefault(task => task.ElementId == step.ElementId) is { } task => new CompleteTask(Actor.System, task.Key, walk.Values(held)),
            TrialStepKind.Job when state.Jobs.Values.FirstOrDefault(job => job.ElementId == step.ElementId) is { } job => new CompleteJob(Actor.System, job.Key, walk.Values(held)),
            TrialStepKind.Error when state.Jobs.Values.FirstOrDefault(job => job.ElementId == step.ElementId) is { } job => new FailJob(Actor.System, job.Key, "", step.Detail),
            TrialStepKind.Timer when state.Timers.Values.FirstOrDefault(timer => timer.ElementId == step.ElementId) is { } timer => new FireTimer(Actor.System, timer.Key),
            TrialStepKind.Message when state.Subscriptions.Values.FirstOrDefault(wait => wait.ElementId == step.ElementId) is { } wait => new DeliverMessage(Actor.System, wait.Key, $"m{state.Version}", walk.Values(held)),
            TrialStepKind.AdHoc => new StartAdHocStep(Actor.System, step.ElementId),
            _ => null,
        };
    }
}
