using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>All that can happen to a case as it stands.</summary>
internal sealed class Moves(Process process)
{
    /// <summary>Stands for any error that has no code of its own.</summary>
    private const string AnyError = "error";

    public IEnumerable<Move> Of(CaseState state)
    {
        foreach (var task in state.Tasks.Values) yield return new Move(TrialStepKind.Complete, task.ElementId, null, task.Key, task.Key);
        foreach (var job in state.Jobs.Values)
        {
            yield return new Move(TrialStepKind.Job, job.ElementId, null, job.Key, job.Key);
            foreach (var code in Catches.Errors(process, process[job.ElementId]).Distinct())
                yield return new Move(TrialStepKind.Error, job.ElementId, code ?? AnyError, job.Key, job.Key);
        }

        foreach (var timer in state.Timers.Values) yield return new Move(TrialStepKind.Timer, timer.ElementId, null, timer.ElementKey, timer.Key);
        foreach (var wait in state.Subscriptions.Values) yield return Of(wait);
        foreach (var instance in state.Elements.Values)
            if (instance.Key != 0 && instance.Loop is null)
                foreach (var move in Of(instance, process[instance.ElementId]))
                    yield return move;
    }

    private static Move Of(SubscriptionState wait) => wait.Kind switch
    {
        SubscriptionKind.Message => new Move(TrialStepKind.Message, wait.ElementId, wait.Name, wait.ElementKey, wait.Key),
        SubscriptionKind.Signal => new Move(TrialStepKind.Signal, wait.ElementId, wait.Name, wait.ElementKey, wait.Key),
        _ => new Move(TrialStepKind.Condition, wait.ElementId, null, wait.ElementKey, wait.Key),
    };

    /// <summary>One optional step at a time: side by side they are as one after the other.</summary>
    private IEnumerable<Move> Of(ElementInstance instance, Element element)
    {
        if (element is { Kind: ElementKind.ReceiveTask, Event: null }) yield return new Move(TrialStepKind.Complete, element.Id, null, instance.Key, instance.Key);
        if (element.AdHoc is null) yield break;
        if (element.AdHoc.Completion is not null) yield return new Move(TrialStepKind.Condition, element.Id, null, instance.Key, instance.Key);
        if (instance.Children > 0) yield break;
        foreach (var entry in element.Entries)
            yield return new Move(TrialStepKind.AdHoc, process.Elements[entry].Id, null, instance.Key, instance.Key);
    }
}
