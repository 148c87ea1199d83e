using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Migrating;
using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;

namespace CaseFlow.Runtime.Tests.Queries;

/// <summary>Lists must neither read whole tables nor sort what they read: the cost of a page would grow with every case.</summary>
[Collection(PostgresCollection.Name)]
public sealed class ListPlanTests(PostgresCluster cluster)
{
    private static readonly string[] Sorted = ["all", "open", "closed", "late", "mine", "teams", "unit", "audit", "actor", "running"];

    /// <summary>Searches sort what they found in a window that is bounded.</summary>
    private static readonly string[] Bounded = ["number", "place", "person", "inbox search", "counts", "archive", "case page"];

    public static TheoryData<DatabaseProvider, string> Lists => Both([.. Sorted, .. Bounded]);

    [SkippableTheory]
    [MemberData(nameof(Lists))]
    public async Task Pages_come_out_of_an_index_in_order(DatabaseProvider provider, string list)
    {
        // Before the first command: a context that finds nobody listening doesn't look again for a second.
        using var statements = new StatementLog();
        await using var bureau = await (await cluster.OpenAsync(provider)).SeedAsync();
        var received = await bureau.HandledInAsync("s1", ("name", "王小明"), ("phone", "13800000001"));
        await bureau.ArchiveOneAsync();
        var reader = await bureau.ReaderAsync(list switch { "mine" or "teams" => "panel1", "audit" or "actor" => "auditor", _ => "s1-supervisor" });
        statements.Clear();

        await ReadAsync(bureau, reader, list, received.Number);

        var plans = await ListPlans.OfAsync(bureau, provider, statements.All);
        Assert.NotEmpty(plans);
        Assert.All(plans, plan => Assert.False(plan.ReadsWholeTable, plan.Text));
        if (Sorted.Contains(list)) Assert.All(plans, plan => Assert.False(plan.Sorts, plan.Text));
    }

    private static TheoryData<DatabaseProvider, string> Both(IEnumerable<string> lists)
    {
        var data = new TheoryData<DatabaseProvider, string>();
        foreach (var list in lists)
        {
            data.Add(DatabaseProvider.Sqlite, list);
            data.Add(DatabaseProvider.Postgres, list);
        }

        return data;
    }

    private static Task ReadAsync(Bureau bureau, Reader reader, string list, string number) => list switch
    {
        "mine" => bureau.Get<Inbox>().ListAsync(reader, new InboxFilter(InboxView.Mine)),
        "teams" => bureau.Get<Inbox>().ListAsync(reader, new InboxFilter(InboxView.Teams)),
        "unit" => bureau.Get<Inbox>().ListAsync(reader, new InboxFilter(InboxView.Unit)),
        "inbox search" => bureau.Get<Inbox>().ListAsync(reader, new InboxFilter(InboxView.Unit, Text: "路灯")),
        "counts" => bureau.Get<Inbox>().CountsAsync(reader),
        "open" => bureau.Get<CaseQueries>().ListAsync(reader, new CaseFilter(Open: true)),
        "closed" => bureau.Get<CaseQueries>().ListAsync(reader, new CaseFilter(Open: false)),
        "late" => bureau.Get<CaseQueries>().ListAsync(reader, new CaseFilter(OverdueOnly: true)),
        "number" => bureau.Get<CaseQueries>().ListAsync(reader, new CaseFilter(number)),
        "place" => bureau.Get<CaseQueries>().ListAsync(reader, new CaseFilter("幸福路")),
        "person" => bureau.Get<CaseQueries>().ListAsync(reader, new CaseFilter("13800000001")),
        "case page" => bureau.Get<CaseQueries>().FindAsync(reader, number),
        "audit" => bureau.Get<AuditQueries>().EventsAsync(reader, new AuditFilter()),
        "actor" => bureau.Get<AuditQueries>().EventsAsync(reader, new AuditFilter(ActorId: reader.UserId)),
        "archive" => bureau.Get<Archiver>().RunAsync(default),
        "running" => RunningAsync(bureau),
        _ => bureau.Get<CaseQueries>().ListAsync(reader, new CaseFilter()),
    };

    private static async Task RunningAsync(Bureau bureau)
    {
        await foreach (var _ in bureau.Get<RunningCases>().ReadAsync(Seeded.Tenant, new FlowRef("help", 1), withState: false, default))
        {
        }
    }
}
