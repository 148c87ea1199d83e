using CaseFlow.Engine.State;
using CaseFlow.Runtime.Directory;

namespace CaseFlow.Runtime.Work;

/// <summary>Who may do a task. One place decides, for the worklist, the case page and the command alike.</summary>
internal static class TaskRights
{
    public const string Excluded = "excluded";
    public const string OtherTeam = "other-team";
    public const string Claimed = "claimed";
    public const string ForReporter = "reporter";

    /// <summary>Why the reader may not do the task; null when they may.</summary>
    /// <param name="caseUnit">Unit code of the case, where the task names none.</param>
    public static string? WhyNot(Reader reader, UnitTree tree, TaskState task, string caseUnit)
    {
        if (task.Audience == TaskAudience.Reporter) return ForReporter;
        if (task.Excluded.Contains(reader.UserId)) return Excluded;
        if (task.Assignee is not null) return task.Assignee == reader.UserId ? null : Claimed;
        return IsMember(reader, tree, task, caseUnit) ? null : OtherTeam;
    }

    /// <summary>The team that has the task, after looking upwards from its unit. Null: a task without a team, or a team that exists nowhere.</summary>
    public static TeamRef? TeamOf(UnitTree tree, TaskState task, string caseUnit) =>
        task.Team is null ? null : tree.TeamFor(task.Unit ?? caseUnit, task.Team);

    /// <summary>Supervisors and admins of the unit or above may hand its tasks to others, whoever has them.</summary>
    public static bool MayTransfer(Reader reader, UnitTree tree, TaskState task, string caseUnit) =>
        task.Audience == TaskAudience.Staff
        && (task.Assignee == reader.UserId || Leads(reader) || (task.Assignee is null && IsMember(reader, tree, task, caseUnit)));

    public static bool Leads(Reader reader) => reader.Is(Roles.Supervisor) || reader.Is(Roles.Admin);

    private static bool IsMember(Reader reader, UnitTree tree, TaskState task, string caseUnit)
    {
        if (task.Team is null) return Writes(reader);
        return TeamOf(tree, task, caseUnit) is { } team && reader.Teams.Contains(team);
    }

    /// <summary>Auditors read only.</summary>
    public static bool Writes(Reader reader) =>
        reader.Is(Roles.Admin) || reader.Is(Roles.Caseworker) || reader.Is(Roles.Supervisor) || reader.Is(Roles.GridWorker) || reader.Is(Roles.WindowClerk);
}
