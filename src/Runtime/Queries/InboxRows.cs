using CaseFlow.Engine.Model;

namespace CaseFlow.Runtime.Queries;

/// <param name="Text">Number, title or place begins with or contains it.</param>
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

public sealed record InboxCounts(int Mine, int MineOverdue, int Teams, int TeamsOverdue);
