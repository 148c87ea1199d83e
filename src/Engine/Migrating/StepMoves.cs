using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Migrating;

/// <summary>Whether what continues a live element is of its kind and stands where it stood.</summary>
internal static class StepMoves
{
    public static void Check(CaseMove move)
    {
        foreach (var instance in move.State.Elements.Values)
            if (move.Outer(instance) is { } process)
                Check(move, process, instance);
    }

    private static void Check(CaseMove move, ProcessMove process, ElementInstance instance)
    {
        var (old, target) = (process.Source[instance.ElementId], process.Of(process.Source[instance.ElementId]));
        move.Place(old.Id, target);
        if (target is null)
            move.Refuse(old.Id, "step-missing", $"Expected a step of {move.To} to continue {old.Id}, but there is no {process.Map[old.Id]}.");
        else if (!Compatibility.SameKind(old, target))
            move.Refuse(old.Id, "step-kind", $"Expected {target.Id} to continue {old.Id} of kind {old.Kind}, but it is of kind {target.Kind}.");
        else if (!IsNestedAlike(move, process, instance, old, target))
            move.Refuse(old.Id, "step-nesting", $"Expected {target.Id} to stand in the scope that continues {move.Scope(instance).ElementId}, but it stands elsewhere.");
        else if (Compatibility.LoopDifference(old.Loop, target.Loop) is { } difference)
            move.Refuse(old.Id, "loop-differs", $"Expected {target.Id} to repeat as {old.Id} does, but {difference} differs.");
        else CheckWork(move, instance, old, target);
    }

    /// <summary>What compensation runs stands in the throwing event, wherever it is drawn.</summary>
    private static bool IsNestedAlike(CaseMove move, ProcessMove process, ElementInstance instance, Element old, Element target)
    {
        if (instance.LoopCounter > 0) return true;
        if (old.IsForCompensation || target.IsForCompensation) return old.IsForCompensation && target.IsForCompensation;
        var scope = move.Scope(instance);
        var parent = scope.Key == instance.CallKey ? process.Target.Root : process.Of(process.Source[scope.ElementId]);
        return parent is not null && target.Parent == parent.Index;
    }

    private static void CheckWork(CaseMove move, ElementInstance instance, Element old, Element target)
    {
        if (instance.Called is { } called && !Compatibility.SameCall(move, called, target))
            move.Refuse(old.Id, "call-differs", $"Expected {target.Id} to call {called.Process}, which runs already, but it calls {target.Call?.Process}.");
        else if (move.State.Jobs.TryGetValue(instance.Key, out var job) && !IsStopped(move.State, instance.Key) && job.ActivityType != Compatibility.ActivityOf(target))
            move.Refuse(old.Id, "job-under-way", $"Expected {target.Id} to do {job.ActivityType}, which is under way already, but it does {Compatibility.ActivityOf(target)}.");
        else if (move.State.Tasks.TryGetValue(instance.Key, out var task) && task.Audience != (target.UserTask?.Audience ?? TaskAudience.Staff))
            move.Refuse(old.Id, "audience-differs", $"Expected {target.Id} to be for {task.Audience}, as the open task is, but it is for {target.UserTask?.Audience}.");
    }

    /// <summary>A job that failed for good begins anew when somebody retries it.</summary>
    private static bool IsStopped(CaseState state, long key) => state.Incidents.Values.Any(incident => incident.ElementKey == key);
}
