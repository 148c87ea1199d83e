using CaseFlow.Engine;
using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Queries;

public sealed class AuditQueriesTests
{
    [Fact]
    public async Task Lists_events_across_cases_newest_first_for_auditors_only()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var (one, two) = (await bureau.HandledInAsync("s1"), await bureau.HandledInAsync("s2"));
        var (audit, auditor, actor) = (bureau.Get<AuditQueries>(), await bureau.ReaderAsync("auditor"), await bureau.ReaderAsync("dispatch1"));

        var done = await audit.EventsAsync(auditor, new AuditFilter(ActorId: actor.UserId, Type: "task-completed"));

        Assert.Equal([(two.Number, actor.DisplayName, "登记"), (one.Number, actor.DisplayName, "登记")], done.Rows.Select(row => (row.Number, row.ActorName, row.What!.Text)));
        Assert.Empty((await audit.EventsAsync(actor, new AuditFilter())).Rows);
        Assert.Equal([one.Number], (await audit.EventsAsync(auditor, new AuditFilter(Number: one.Number))).Rows.Select(row => row.Number).Distinct());
    }

    [Fact]
    public async Task Pages_over_all_events()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        await bureau.HandledInAsync("s1");
        var (audit, auditor) = (bureau.Get<AuditQueries>(), await bureau.ReaderAsync("auditor"));

        var (seen, after) = (new List<long>(), (string?)null);
        do
        {
            var page = await audit.EventsAsync(auditor, new AuditFilter(), after, size: 4);
            seen.AddRange(page.Rows.Select(row => row.Sequence));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(Enumerable.Range(1, seen.Count).Reverse().Select(n => (long)n), seen);
    }

    [Fact]
    public async Task A_page_looks_at_a_bounded_stretch_and_begins_near_the_days_asked_for()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1");
        var (audit, auditor, end) = (bureau.Get<AuditQueries>(), await bureau.ReaderAsync("auditor"), bureau.Time.Now);
        await AddEventsAsync(bureau, received.CaseId, FeedStretch.Most + 10, end.AddDays(2));

        var newest = await audit.EventsAsync(auditor, new AuditFilter(Type: "task-completed"));
        Assert.Empty(newest.Rows);
        Assert.Equal(end.AddDays(2).AddSeconds(11), newest.LookedBackTo);
        var further = await audit.EventsAsync(auditor, new AuditFilter(Type: "task-completed"), newest.Next);
        Assert.NotEmpty(further.Rows);
        Assert.Null(further.Next);
        Assert.Null(further.LookedBackTo);

        Assert.Equal(further.Rows, (await audit.EventsAsync(auditor, new AuditFilter(Type: "task-completed", From: end.AddDays(-1), To: end.AddDays(1)))).Rows);
        var later = await audit.EventsAsync(auditor, new AuditFilter(Type: "task-completed", From: end.AddDays(1)));
        Assert.Empty(later.Rows);
        Assert.NotNull(later.Next);
        Assert.Null((await audit.EventsAsync(auditor, new AuditFilter(Type: "task-completed", From: end.AddDays(1)), later.Next)).Next);
    }

    [Fact]
    public async Task Shows_where_a_chain_was_broken()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1");
        var (audit, auditor) = (bureau.Get<AuditQueries>(), await bureau.ReaderAsync("auditor"));
        Assert.Null((await audit.VerifyAsync(auditor, received.Number))!.BrokenAt);

        await using (var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant)))
            await context.CaseEvents.Where(row => row.CaseId == received.CaseId && row.Sequence == 3).ExecuteUpdateAsync(row => row.SetProperty(e => e.ActorId, "somebody else"));

        Assert.Equal(3, (await audit.VerifyAsync(auditor, received.Number))!.BrokenAt);
        Assert.Null(await audit.VerifyAsync(await bureau.ReaderAsync("dispatch1"), received.Number));
        Assert.Null(await audit.VerifyAsync(auditor, "000000-00000"));
    }

    private static async Task AddEventsAsync(Bureau bureau, Guid caseId, int count, DateTimeOffset from)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant));
        context.CaseEvents.AddRange(Enumerable.Range(1, count).Select(at => new CaseEventRecord
        {
            CaseId = caseId,
            Sequence = 1_000_000 + at,
            Tenant = Seeded.Tenant,
            Type = "note-added",
            At = from.AddSeconds(at),
            ActorKind = ActorKind.System,
            ActorId = "system",
            Cause = "add-note",
            Payload = [],
            Hash = [],
            Position = 1_000_000 + at,
            TransactionId = 0,
        }));
        await context.SaveChangesAsync();
    }
}
