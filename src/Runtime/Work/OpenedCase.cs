using CaseFlow.Engine.State;
using CaseFlow.Runtime.Directory;

namespace CaseFlow.Runtime.Work;

/// <summary>A case with what is needed to judge and name its parts.</summary>
/// <param name="Flow">The version it started with.</param>
/// <param name="Unit">Code of the unit that holds it.</param>
internal sealed record OpenedCase(CaseState State, CasePackages Flow, DirectorySnapshot Directory, UnitRow Unit)
{
    /// <summary>It lies in the archive's tables.</summary>
    public bool Archived { get; init; }

    public Guid Id => State.CaseId;

    public string Tenant => State.Facts.Tenant;

    public UnitTree Tree => Directory.Tree;

    public string? WhyNot(Reader reader, TaskState task) => TaskRights.WhyNot(reader, Tree, task, Unit.Code);

    /// <summary>People see the cases of their unit and below, and those in which they or their team have a task.</summary>
    public bool MayRead(Reader reader) =>
        State.Facts.Tenant == reader.Tenant
        && (Unit.Path.StartsWith(reader.UnitPath, StringComparison.Ordinal) || State.Tasks.Values.Any(task => IsTheirs(reader, task)));

    /// <summary>Whether they have work on it now.</summary>
    public bool WorksOn(Reader reader) => State.Tasks.Values.Any(task => WhyNot(reader, task) is null);

    public bool MayPress(Reader reader, SubscriptionState subscription) =>
        subscription.IsAction && Flow.Action(subscription) is { } action && ActionRights.MayPress(reader, this, action, subscription);

    private bool IsTheirs(Reader reader, TaskState task) =>
        task.Assignee == reader.UserId || (TaskRights.TeamOf(Tree, task, Unit.Code) is { } team && reader.Teams.Contains(team));
}
