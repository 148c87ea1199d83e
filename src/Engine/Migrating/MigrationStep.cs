using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Migrating;

/// <summary>Carries out a move that nothing stands in the way of.</summary>
internal static class MigrationStep
{
    public static void Apply(Step step, CaseMove move, CaseMigrated migrated, WaitMoves waits)
    {
        foreach (var key in waits.Closed) Close(step, key);
        EndStages(step, move);
        step.Emit(migrated);
        BeginStages(step, move);
        foreach (var instance in move.State.Elements.Values) AddDataObjects(step, move, instance);
        foreach (var (owner, process, events) in waits.Opened) Waits.Open(step, owner, process, events);
        foreach (var scope in step.State.Elements.Values)
            if (!scope.Tokens.IsEmpty && move.Inner(scope) is not null)
                Arrive(step, scope);
    }

    /// <summary>The new version's joins may have all they wait for; a deadlock is looked for anew.</summary>
    private static void Arrive(Step step, ElementInstance scope)
    {
        foreach (var flow in scope.Tokens) step.Queue.Add(new FollowUp(FollowUpKind.Arrive, scope.Key, flow));
        foreach (var incident in step.State.Incidents.Values)
            if (incident.ElementKey == scope.Key && incident.Code == Joins.Deadlock)
                step.Emit(new IncidentResolved(incident.Key, incident.ElementId, "retried"));
    }

    private static void Close(Step step, long key)
    {
        if (step.State.Timers.TryGetValue(key, out var timer)) step.Emit(new TimerCancelled(key, timer.ElementId));
        else step.Emit(new SubscriptionClosed(key, step.State.Subscriptions[key].ElementId));
    }

    /// <summary>A live scope that is no stage any more.</summary>
    private static void EndStages(Step step, CaseMove move)
    {
        foreach (var (instance, before, after) in LiveScopes(move))
            if (before.StageOrder is not null && after.StageOrder is null && step.State.Stages.TryGetValue(instance.ElementId, out var stage))
                step.Emit(new StageCompleted(stage.Stage, stage.Round));
    }

    /// <summary>A live scope that has become a stage.</summary>
    private static void BeginStages(Step step, CaseMove move)
    {
        foreach (var (_, before, after) in LiveScopes(move))
            if (before.StageOrder is null && after.StageOrder is not null)
                step.Emit(new StageEntered(after.Id, step.State.Stages.TryGetValue(after.Id, out var stage) ? stage.Round + 1 : 1));
    }

    private static IEnumerable<(ElementInstance Instance, Model.Element Before, Model.Element After)> LiveScopes(CaseMove move) =>
        from instance in move.State.Elements.Values
        where instance is { CallKey: 0, LoopCounter: 0 } && move.Outer(instance) is not null
        let process = move.Outer(instance)
        let before = process.Source[instance.ElementId]
        select (instance, before, process.Of(before));

    /// <summary>A data object that is new in a live scope hides those of its name around it from now on.</summary>
    private static void AddDataObjects(Step step, CaseMove move, ElementInstance instance)
    {
        if (instance.Loop is not null || move.Inner(instance) is not { } process) return;
        var isRoot = instance.Key == 0 || instance.Called is not null;
        var before = isRoot ? process.Source.Root : process.Source[instance.ElementId];
        var added = FeelContext.Empty;
        foreach (var name in process.Of(before)!.DataObjects.Except(before.DataObjects))
            if (instance.Variables.Find(name) is null)
                added = added.With(name, FeelValue.Null);
        Variables.Set(step, instance.Key, added);
    }
}
