using CaseFlow.Engine.Model;

namespace CaseFlow.Runtime.Queries;

/// <param name="Text">Among the thousand tasks that are due first: the number begins with it, or the title or place contains it.</param>
public sealed record InboxFilter(InboxView View = InboxView.Mine, string? Kind = null, string? Stage = null, bool OverdueOnly = false, string? Text = null);

public enum InboxView
{
    /// <summary>Claimed by me.</summary>
    Mine,

    /// <summary>My teams', claimed by nobody.</summary>
    Teams,

    /// <summary>Every open task of my unit and below (supervisors, admins, auditors).</summary>
    Unit,
}

public sealed record InboxRow(
    Guid CaseId, long TaskKey, string Number, string? Title, string Kind, string? Urgency, LocalText TaskName, LocalText? Stage,
    string Unit, string? Team, string? AssigneeName, DateTimeOffset CreatedAt, DateTimeOffset? Due, string? Place);

/// <summary>Each at most <see cref="Most"/>, which then means: that many or more.</summary>
public sealed record InboxCounts(int Mine, int MineOverdue, int Teams, int TeamsOverdue)
{
    public const int Most = 100;
}
