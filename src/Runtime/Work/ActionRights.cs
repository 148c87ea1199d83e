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
    public static bool MayPress(Reader reader, UnitTree tree, CaseState state, string unit, ActionInfo action, SubscriptionState subscription)
    {
        if (action.Audience != TaskAudience.Staff) return false;
        if (!action.Teams.IsDefaultOrEmpty) return action.Teams.Any(team => tree.TeamFor(unit, team) is { } found && reader.Teams.Contains(found));
        if (subscription.TaskKey is { } key) return state.Tasks.TryGetValue(key, out var task) && TaskRights.WhyNot(reader, tree, task, unit) is null;
        return state.Tasks.Values.Any(open => TaskRights.WhyNot(reader, tree, open, unit) is null);
    }
}
