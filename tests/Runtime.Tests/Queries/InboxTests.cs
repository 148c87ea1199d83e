using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.Runtime.Work;

namespace CaseFlow.Runtime.Tests.Queries;

public sealed class InboxTests
{
    [Fact]
    public async Task Shows_each_their_own_due_first()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var late = await bureau.HandledInAsync("s1");
        bureau.Time.Advance(TimeSpan.FromHours(1));
        var later = await bureau.HandledInAsync("s1", ("urgency", "urgent"));
        await bureau.HandledInAsync("s2");

        var inbox = await ListAsync(bureau, "s1-handler1", InboxView.Teams);

        Assert.Equal([late.Number, later.Number], inbox.Select(row => row.Number));
        Assert.Equal(("Handle", "Handling", "s1", "handler", "urgent", "complaint"), (inbox[1].TaskName.English, inbox[1].Stage?.English, inbox[1].Unit, inbox[1].Team, inbox[1].Urgency, inbox[1].Kind));
        Assert.Empty(await ListAsync(bureau, "s1-handler1", InboxView.Mine));
        Assert.Empty(await ListAsync(bureau, "s1-station", InboxView.Teams));
    }

    [Fact]
    public async Task Moves_a_claimed_task_from_the_teams_list_to_mine()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1");
        var reader = await bureau.ReaderAsync("s1-handler1");

        await bureau.Get<WorkDesk>().ClaimAsync(reader, received.CaseId, await bureau.TaskAsync(received.CaseId, "handle"));

        Assert.Equal(reader.DisplayName, Assert.Single(await ListAsync(bureau, "s1-handler1", InboxView.Mine)).AssigneeName);
        Assert.Empty(await ListAsync(bureau, "s1-handler1", InboxView.Teams));
        Assert.Empty(await ListAsync(bureau, "s1-handler2", InboxView.Teams));
    }

    [Theory]
    [InlineData("s1-supervisor", 1)]
    [InlineData("s2-supervisor", 1)]
    [InlineData("supervisor", 3)]
    [InlineData("c1-handler", 0)]
    public async Task Shows_leaders_the_tasks_of_their_unit_and_below(string userName, int tasks)
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        await bureau.HandledInAsync("s1");
        await bureau.HandledInAsync("s2");
        await bureau.AskAsync();

        Assert.Equal(tasks, (await ListAsync(bureau, userName, InboxView.Unit)).Count);
    }

    [Fact]
    public async Task Pages_without_gap_or_repeat_over_several_teams()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var expected = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            expected.Add((await bureau.HandledInAsync("d1")).Number);
            if (i % 2 == 0) bureau.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var reader = await bureau.ReaderAsync("panel1");
        var (seen, after) = (new List<string>(), (string?)null);
        do
        {
            var page = await bureau.Get<Inbox>().ListAsync(reader, new InboxFilter(InboxView.Teams), after, size: 3);
            seen.AddRange(page.Rows.Select(row => row.Number));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(expected.Order(), seen.Order());
        Assert.Equal(7, seen.Count);
    }

    [Fact]
    public async Task Filters_and_counts()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var old = await bureau.HandledInAsync("s1");
        bureau.Time.Advance(TimeSpan.FromHours(30));
        await bureau.HandledInAsync("s1");
        var (inbox, reader) = (bureau.Get<Inbox>(), await bureau.ReaderAsync("s1-handler1"));

        async Task<int> Count(InboxFilter filter) => (await inbox.ListAsync(reader, filter)).Rows.Count;

        Assert.Equal(1, await Count(new InboxFilter(InboxView.Teams, OverdueOnly: true)));
        Assert.Equal(1, await Count(new InboxFilter(InboxView.Teams, Text: old.Number)));
        Assert.Equal(2, await Count(new InboxFilter(InboxView.Teams, Text: "路灯")));
        Assert.Equal(0, await Count(new InboxFilter(InboxView.Teams, Text: "100%")));
        Assert.Equal(2, await Count(new InboxFilter(InboxView.Teams, Kind: "complaint", Stage: "handling")));
        Assert.Equal(0, await Count(new InboxFilter(InboxView.Teams, Kind: "enquiry")));
        Assert.Equal(new InboxCounts(0, 0, 2, 1), await inbox.CountsAsync(reader));
    }

    [Fact]
    public async Task Begins_anew_at_a_cursor_it_did_not_write()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        await bureau.HandledInAsync("s1");

        Assert.Single((await bureau.Get<Inbox>().ListAsync(await bureau.ReaderAsync("s1-handler1"), new InboxFilter(InboxView.Teams), after: "':drop--")).Rows);
    }

    private static async Task<IReadOnlyList<InboxRow>> ListAsync(Bureau bureau, string userName, InboxView view) =>
        (await bureau.Get<Inbox>().ListAsync(await bureau.ReaderAsync(userName), new InboxFilter(view))).Rows;
}
