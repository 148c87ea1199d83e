using CaseFlow.Engine.State;
using CaseFlow.Runtime.Directory;

namespace CaseFlow.Runtime.Work;

/// <summary>Where a task may be handed to.</summary>
internal static class Transfers
{
    public static Refused? WhyNot(OpenedCase opened, TaskState task, string? userId, TeamRef? team, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new Refused("reason-missing", "Expected a reason for handing the task over, but there is none.");
        if (userId is null && team is null) return new Refused("target-missing", "Expected a person or a team to hand the task to, but there is neither.");
        if (userId is not null && !opened.Directory.IsStaff(userId)) return new Refused("unknown-person", $"Expected a member of staff, but there is no {userId}.");
        if (userId is not null && task.Excluded.Contains(userId)) return new Refused("excluded", $"Expected somebody who did not do the step before {task.ElementId}, but {opened.Directory.NameOf(userId)} did.");
        return team is not null && opened.Tree.Find(team) is null ? new Refused("unknown-team", $"Expected a team, but {team.Unit} has no {team.Team}.") : null;
    }
}
