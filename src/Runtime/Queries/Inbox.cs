using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Directory;

namespace CaseFlow.Runtime.Queries;

/// <summary>Worklists: due first, keyset-paged.</summary>
public sealed class Inbox
{
    public Task<Page<InboxRow>> ListAsync(Reader reader, InboxFilter filter, string? after = null, int size = 50, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<InboxCounts> CountsAsync(Reader reader, CancellationToken cancel = default) => throw new NotImplementedException();
}

/// <param name="Next">Pass as <c>after</c> for the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, string? Next);

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
