using CaseFlow.Runtime.Queries;

namespace CaseFlow.Web.Inbox;

/// <summary>How a worklist on the screen differs from how it stands now.</summary>
public sealed record ListDiff(int New, int Changed, int Gone)
{
    public static ListDiff Nothing { get; } = new(0, 0, 0);

    public bool IsNothing => this == Nothing;

    /// <param name="shown">Rows on the screen.</param>
    /// <param name="hadMore">The list went on after them.</param>
    /// <param name="now">As many rows, read again.</param>
    /// <param name="own">Rows the person changed here: no news to them.</param>
    public static ListDiff Between(IReadOnlyList<InboxRow> shown, bool hadMore, Page<InboxRow> now, IReadOnlySet<RowKey> own)
    {
        var before = shown.ToDictionary(RowKey.Of);
        var after = now.Rows.ToDictionary(RowKey.Of);
        // Rows that only slid over the end of a page, in or out, are no news.
        var shownTo = hadMore ? End(shown) : DateTimeOffset.MaxValue;
        var readTo = now.Next is null ? DateTimeOffset.MaxValue : End(now.Rows);
        return new ListDiff(
            after.Count(row => !before.ContainsKey(row.Key) && !own.Contains(row.Key) && Place(row.Value) <= shownTo),
            after.Count(row => before.TryGetValue(row.Key, out var old) && old != row.Value && !own.Contains(row.Key)),
            before.Count(row => !after.ContainsKey(row.Key) && !own.Contains(row.Key) && Place(row.Value) <= readTo));
    }

    private static DateTimeOffset End(IReadOnlyList<InboxRow> rows) => rows.Count == 0 ? DateTimeOffset.MaxValue : Place(rows[^1]);

    private static DateTimeOffset Place(InboxRow row) => row.Due ?? DateTimeOffset.MaxValue;
}

/// <summary>What tells one row of a worklist from another.</summary>
public readonly record struct RowKey(Guid CaseId, long TaskKey)
{
    public static RowKey Of(InboxRow row) => new(row.CaseId, row.TaskKey);
}
