using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Directory;

namespace CaseFlow.Runtime.Work;

/// <summary>Who may press a case action.</summary>
internal static class ActionRights
{
    /// <summary>
    /// A named team may press it: that of the case's unit, or of the nearest unit above. Without named teams it is for whoever
    /// works on the case: on a task, those who may do the task; on the case, those who may do one of its open tasks.
    /// </summary>
    public static bool MayPress(Reader reader, OpenedCase opened, ActionInfo action, SubscriptionState subscription)
    {
        if (action.Audience != TaskAudience.Staff) return false;
        if (!action.Teams.IsDefaultOrEmpty) return action.Teams.Any(team => IsMember(reader, opened, team, subscription));
        if (subscription.TaskKey is { } key) return opened.State.Tasks.TryGetValue(key, out var task) && opened.WhyNot(reader, task) is null;
        return opened.WorksOn(reader);
    }

    /// <summary>The team is looked up from the task's unit where the action stands on a task, so that a co-handler of another unit can press it too.</summary>
    private static bool IsMember(Reader reader, OpenedCase opened, string team, SubscriptionState subscription)
    {
        var task = subscription.TaskKey is { } key ? opened.State.Tasks.GetValueOrDefault(key) : null;
        return Has(reader, opened.Tree.TeamFor(opened.Unit.Code, team)) || Has(reader, opened.Tree.TeamFor(task?.Unit, team));
    }

    private static bool Has(Reader reader, TeamRef? team) => team is not null && reader.Teams.Contains(team);
}
