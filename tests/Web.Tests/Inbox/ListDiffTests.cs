using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Queries;
using CaseFlow.Web.Inbox;

namespace CaseFlow.Web.Tests.Inbox;

public sealed class ListDiffTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Counts_what_came_changed_and_went() =>
        Assert.Equal(new ListDiff(1, 1, 1), ListDiff.Between([Row(1), Row(2), Row(3)], false, Page(Row(1), Row(2) with { Title = "new" }, Row(4)), new HashSet<RowKey>()));

    [Fact]
    public void Nothing_new_is_no_news() =>
        Assert.True(ListDiff.Between([Row(1), Row(2)], false, Page(Row(1), Row(2)), new HashSet<RowKey>()).IsNothing);

    [Fact]
    public void What_the_person_did_here_is_no_news() =>
        Assert.True(ListDiff.Between([Row(1), Row(2)], false, Page(Row(2)), new HashSet<RowKey> { RowKey.Of(Row(1)) }).IsNothing);

    [Fact]
    public void Rows_that_slide_in_from_the_next_page_are_no_news() =>
        Assert.Equal(new ListDiff(0, 0, 1), ListDiff.Between([Row(1), Row(2), Row(3)], true, Page(Row(2), Row(3), Row(4)) with { Next = "more" }, new HashSet<RowKey>()));

    [Fact]
    public void Rows_that_a_new_one_pushes_over_the_end_are_not_gone() =>
        Assert.Equal(new ListDiff(1, 0, 0), ListDiff.Between([Row(2), Row(3), Row(4)], true, Page(Row(1), Row(2), Row(3)) with { Next = "more" }, new HashSet<RowKey>()));

    [Fact]
    public void A_first_row_in_an_empty_list_is_news() =>
        Assert.Equal(new ListDiff(1, 0, 0), ListDiff.Between([], false, Page(Row(1)), new HashSet<RowKey>()));

    private static Page<InboxRow> Page(params InboxRow[] rows) => new(rows, null);

    private static InboxRow Row(int n) => new(
        new Guid(n, 0, 0, new byte[8]), n, $"261122-{n:00000}", null, "complaint", null, new LocalText("t"), null, "c1", "handler", null, Noon, Noon.AddHours(n), null);
}
