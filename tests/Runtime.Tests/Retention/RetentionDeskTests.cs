using CaseFlow.Engine;
using CaseFlow.Engine.Commands;
using CaseFlow.Runtime.Export;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Retention;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.Runtime.Work;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Runtime.Tests.Retention;

[Collection(PostgresCollection.Name)]
public sealed class RetentionDeskTests(PostgresCluster cluster) : IDisposable
{
    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("caseflow-retention-").FullName;

    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    [SkippableTheory]
    [MemberData(nameof(Both))]
    public async Task Deletes_what_is_over_after_writing_it_to_a_file_and_keeps_a_record_that_verifies(DatabaseProvider provider)
    {
        await using var bureau = await (await cluster.OpenAsync(provider)).SeedAsync();
        var (closed, number) = await ArchivedAsync(bureau);
        var before = Assert.Single(await ExportAsync(bureau), line => line.Contains(number, StringComparison.Ordinal));
        bureau.Time.Advance(TimeSpan.FromDays(365 * 4));
        var desk = bureau.Get<RetentionDesk>();
        Assert.Equal(0, Assert.Single((await desk.RunAsync(Rules(Delete(5)))).Rules).Cases);
        bureau.Time.Advance(TimeSpan.FromDays(366));

        Assert.Equal(1, Assert.Single((await desk.PreviewAsync(Rules(Delete(5)))).Rules).Cases);
        Assert.Equal(1, Assert.Single((await desk.RunAsync(Rules(Delete(5)))).Rules).Cases);

        var record = Assert.Single(await desk.DeletedAsync(Seeded.Tenant, 10));
        Assert.Equal((number, closed, bureau.Time.Now, "five", "tenant *, kind complaint, flow *: delete 5 years after closing, erase people never"), (record.Number, record.CaseId, record.DeletedAt, record.Rule, record.RuleText));
        var line = Assert.Single(await File.ReadAllLinesAsync(Path.Combine(_folder, record.ExportFile)));
        Assert.Equal(before, line);
        Assert.Empty(ExportVerifier.Verify([ExportedCase.Read(line)]).Faults);
        Assert.Equal("现场记录", await File.ReadAllTextAsync(Assert.Single(System.IO.Directory.GetFiles(Path.Combine(_folder, "documents")))));
        Assert.Null(await bureau.Get<CaseStore>().LoadAsync(closed, fresh: true));
        Assert.Null(await bureau.ViewAsync("supervisor", number));
        await using (var context = bureau.Database.OpenUnscoped()) Assert.Equal(0, await context.DocumentContents.CountAsync());
        var report = await bureau.Get<ChainVerifier>().VerifyAllAsync();
        Assert.Empty(report.Faults);
        Assert.Equal(1, report.Deleted);
        Assert.Empty((await bureau.Get<ChainVerifier>().VerifyCaseAsync(closed)).Faults);
        await bureau.HandledInAsync("s1");
        await bureau.Get<Sealer>().SealAsync();
        Assert.Empty((await bureau.Get<ChainVerifier>().VerifyAllAsync()).Faults);
    }

    [Fact]
    public async Task A_record_of_a_deletion_that_was_changed_or_made_up_shows()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        await ArchivedAsync(bureau);
        bureau.Time.Advance(TimeSpan.FromDays(366 * 6));
        await bureau.Get<RetentionDesk>().RunAsync(Rules(Delete(5)));
        var changed = await FaultsAfterAsync(bureau, "update deleted_cases set rule = 'other'");
        var repaired = await FaultsAfterAsync(bureau, "update deleted_cases set rule = 'five'");
        var madeUp = await FaultsAfterAsync(bureau, "update deleted_cases set case_id = '00000000-0000-7000-8000-000000000001'");

        Assert.Equal(["deletion-changed"], changed);
        Assert.Empty(repaired);
        Assert.Contains("deletion-changed", madeUp);
        Assert.Contains("sealed-head-missing", madeUp);
    }

    [Fact]
    public async Task A_file_that_can_not_be_written_stops_the_deletion()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var (closed, _) = await ArchivedAsync(bureau);
        bureau.Time.Advance(TimeSpan.FromDays(366 * 6));
        var file = Path.Combine(_folder, "a file");
        await File.WriteAllTextAsync(file, "");

        await Assert.ThrowsAnyAsync<IOException>(() => bureau.Get<RetentionDesk>().RunAsync(Rules(Delete(5)) with { ExportFolder = file }));

        Assert.NotNull(await bureau.Get<CaseStore>().LoadAsync(closed, fresh: true));
        Assert.Empty(await bureau.Get<RetentionDesk>().DeletedAsync(Seeded.Tenant, 10));
    }

    [Fact]
    public async Task A_case_on_hold_or_linked_with_an_open_one_or_with_a_broken_chain_stays()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var held = await bureau.ClosedAsync();
        var linked = await bureau.ClosedAsync();
        var broken = await bureau.ClosedAsync();
        var plain = await bureau.ClosedAsync();
        var open = await bureau.HandledInAsync("s1");
        Assert.IsType<Ran>(await bureau.Get<CaseRunner>().AdvanceAsync(linked, new LinkCase(Actor.System, open.CaseId, "appeal")));
        await bureau.ArchiveAsync();
        bureau.Time.Advance(TimeSpan.FromDays(366 * 6));
        var desk = bureau.Get<RetentionDesk>();
        var number = (await bureau.StateAsync(held)).Facts.Number;
        Assert.True(await desk.HoldAsync(Seeded.Tenant, number, "复议中", "admin"));
        Assert.False(await desk.HoldAsync(Seeded.Tenant, "no-such-case", "复议中", "admin"));
        await RunSqlAsync(bureau, $"update archived_case_events set cause = 'other' where case_id = '{broken.ToString().ToUpperInvariant()}' and sequence = 2");

        await desk.RunAsync(Rules(Delete(5)));

        Assert.Equal([plain], (await desk.DeletedAsync(Seeded.Tenant, 10)).Select(row => row.CaseId));
        Assert.Equal([(number, "复议中", "admin")], (await desk.HeldAsync(Seeded.Tenant)).Select(row => (row.Number, row.Reason, row.ActorId)));
        Assert.True(await desk.ReleaseAsync(Seeded.Tenant, number, "撤回复议", "chief"));
        Assert.False(await desk.ReleaseAsync(Seeded.Tenant, number, "撤回复议", "chief"));
        await using (var context = bureau.Database.OpenUnscoped())
            Assert.Equal(
                [("case-held", number, "复议中", "admin"), ("case-released", number, "撤回复议", "chief")],
                (await context.OfficeActs.IgnoreQueryFilters().OrderBy(act => act.Act).ToListAsync()).Select(act => (act.Act, act.Subject, act.Reason, act.ActorId)));
        Assert.Equal(1, (await desk.RunAsync(Rules(Delete(5)))).Rules.Single().Cases);
    }

    [Fact]
    public async Task The_rule_that_names_most_counts()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        await ArchivedAsync(bureau);
        bureau.Time.Advance(TimeSpan.FromDays(366 * 6));
        var keeps = new RetentionRule("help stays", null, null, "help", 30, null);

        var counts = await bureau.Get<RetentionDesk>().RunAsync(Rules(Delete(5), keeps));

        Assert.Equal([("five", 0L), ("help stays", 0L)], counts.Rules.Select(row => (row.Rule.Name, row.Cases)));
    }

    [Fact]
    public async Task Erases_people_whose_cases_are_all_over_and_keeps_the_cases()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var gone = await bureau.ClosedAsync(("name", "王小明"), ("phone", "13800000001"));
        await bureau.ClosedAsync(("name", "李小红"), ("phone", "13800000002"));
        await bureau.ArchiveAsync();
        bureau.Time.Advance(TimeSpan.FromDays(366 * 2));
        await bureau.ClosedAsync(("name", "李小红"), ("phone", "13800000002"));
        var rules = Rules(new RetentionRule("soon", null, "complaint", null, 5, 1));

        var number = (await bureau.StateAsync(gone)).Facts.Number;
        Assert.True(await bureau.Get<RetentionDesk>().HoldAsync(Seeded.Tenant, number, "复议中", "admin"));
        Assert.Equal(0, (await bureau.Get<RetentionDesk>().PreviewAsync(rules)).People);
        Assert.True(await bureau.Get<RetentionDesk>().ReleaseAsync(Seeded.Tenant, number, "撤回复议", "admin"));
        Assert.Equal(1, (await bureau.Get<RetentionDesk>().PreviewAsync(rules)).People);
        Assert.Equal(1, (await bureau.Get<RetentionDesk>().RunAsync(rules)).People);

        await using var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant));
        var people = await context.People.OrderBy(row => row.ErasedAt == null).ThenBy(row => row.Name).Select(row => new { row.Name, row.Phone, row.ErasedAt, row.ErasedBy }).ToListAsync();
        Assert.Equal([(null, null, "soon"), ("李小红", "13800000002", null)], people.Select(row => (row.Name, row.Phone, row.ErasedBy)));
        Assert.NotNull(await bureau.Get<CaseStore>().LoadAsync(gone, fresh: true));
        Assert.Null((await bureau.ViewAsync("supervisor", (await bureau.StateAsync(gone)).Facts.Number))!.Reporter);
    }

    [SkippableTheory]
    [MemberData(nameof(Both))]
    public async Task Deletes_many_batch_by_batch_and_goes_on_after_a_stop_between_a_file_and_its_deletion(DatabaseProvider provider)
    {
        await using var bureau = await (await cluster.OpenAsync(provider)).SeedAsync();
        await ArchivedAsync(bureau);
        await CopiesAsync(bureau, 450);
        bureau.Time.Advance(TimeSpan.FromDays(366 * 6));
        var all = await KeptAsync(bureau);
        var stopped = new StoppedAfter(2, bureau.Get<IBulkTransactions>());
        var options = Rules(Delete(5));

        await Assert.ThrowsAsync<OperationCanceledException>(() => ActivatorUtilities.CreateInstance<RetentionRun>(bureau.Get<IServiceProvider>(), stopped).RunAsync(options, default));

        var (kept, deleted) = (await KeptAsync(bureau), await DeletedAsync(bureau));
        Assert.Equal((51, 400), (kept.Count, deleted.Sum(file => file.Value.Count)));
        var cutOff = Assert.Single(Files(), file => !deleted.ContainsKey(file.Key));
        Assert.Equal(kept, cutOff.Value);
        Assert.All(deleted, file => Assert.Equal(file.Value, Files()[file.Key]));
        Assert.Empty((await bureau.Get<ChainVerifier>().VerifyAllAsync()).Faults);
        bureau.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(51, Assert.Single((await bureau.Get<RetentionDesk>().RunAsync(options)).Rules).Cases);

        Assert.Empty(await KeptAsync(bureau));
        var (records, files) = (await DeletedAsync(bureau), Files());
        Assert.Equal(records.Keys.Append(cutOff.Key).Order(), files.Keys.Order());
        Assert.All(records, file => Assert.Equal(file.Value, files[file.Key]));
        Assert.Equal([51, 200, 200], records.Values.Select(cases => cases.Count).Order());
        Assert.Equal(all, records.Values.SelectMany(cases => cases).Order());
        var report = await bureau.Get<ChainVerifier>().VerifyAllAsync();
        Assert.Equal((451, 0), (report.Deleted, report.Faults.Count));
    }

    [Theory]
    [InlineData("Retention:Rules:0:DeleteAfterYears", "5", "Expected Retention:Rules:0:Name, but there is none.")]
    [InlineData("Retention:Rules:0:Name", "r", "Expected Retention:Rules:0 to have DeleteAfterYears or EraseAfterYears, but it has neither.")]
    public void A_rule_that_is_none_is_refused_with_its_place(string key, string value, string message)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [key] = value }).Build();

        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => RetentionOptions.From(settings)).Message);
    }

    private RetentionOptions Rules(params RetentionRule[] rules) => new(rules, _folder);

    private static RetentionRule Delete(int years) => new("five", null, "complaint", null, years, null);

    private static async Task<(Guid Id, string Number)> ArchivedAsync(Bureau bureau)
    {
        var received = await bureau.HandledInAsync("s1");
        await bureau.Get<WorkDesk>().AttachAsync(await bureau.ReaderAsync("s1-handler1"), received.CaseId, "记录.txt", new MemoryStream("现场记录"u8.ToArray()), isPublic: false);
        Assert.IsType<Ran>(await bureau.Get<CaseRunner>().AdvanceAsync(received.CaseId, new TerminateCase(Actor.System, "办结")));
        await bureau.Get<CaseFlow.Runtime.Outbox.OutboxDispatcher>().SweepAsync(default);
        await bureau.ArchiveAsync();
        return (received.CaseId, received.Number);
    }

    private static async Task<List<string>> ExportAsync(Bureau bureau)
    {
        var lines = new List<string>();
        await foreach (var exported in bureau.Get<CaseExport>().ReadAsync(Seeded.Tenant, null, default)) lines.Add(exported.Line());
        return lines;
    }

    /// <summary>Cases in the archive.</summary>
    private static async Task<List<Guid>> KeptAsync(Bureau bureau)
    {
        await using var context = bureau.Database.OpenUnscoped();
        return [.. (await context.ArchivedCases.IgnoreQueryFilters().Select(row => row.Id).ToListAsync()).Order()];
    }

    /// <summary>Cases of which there is a record, by the file that it names.</summary>
    private static async Task<Dictionary<string, List<Guid>>> DeletedAsync(Bureau bureau)
    {
        await using var context = bureau.Database.OpenUnscoped();
        var rows = await context.DeletedCases.IgnoreQueryFilters().Select(row => new { row.ExportFile, row.CaseId }).ToListAsync();
        return rows.GroupBy(row => row.ExportFile, row => row.CaseId).ToDictionary(file => file.Key, file => file.Order().ToList());
    }

    /// <summary>Cases by the file in which they are whole.</summary>
    private Dictionary<string, List<Guid>> Files() => System.IO.Directory.GetFiles(_folder).ToDictionary(file => Path.GetFileName(file), file =>
    {
        var cases = File.ReadLines(file).Select(line => ExportedCase.Read(line)).ToList();
        Assert.Empty(ExportVerifier.Verify(cases).Faults);
        return cases.Select(exported => exported.CaseId).Order().ToList();
    });

    private static async Task<List<string>> FaultsAfterAsync(Bureau bureau, string sql)
    {
        await RunSqlAsync(bureau, sql);
        return [.. (await bureau.Get<ChainVerifier>().VerifyAllAsync()).Faults.Select(fault => fault.Code).Distinct()];
    }

    /// <summary>Copies of the archived case, each with a chain of one event.</summary>
    private static async Task CopiesAsync(Bureau bureau, int count)
    {
        await using var context = bureau.Database.OpenUnscoped();
        var @case = context.Entry(await context.ArchivedCases.IgnoreQueryFilters().SingleAsync()).CurrentValues;
        var first = context.Entry(await context.ArchivedCaseEvents.IgnoreQueryFilters().SingleAsync(row => row.Sequence == 1)).CurrentValues;
        for (var at = 1; at <= count; at++)
        {
            var (id, row, e) = (Guid.CreateVersion7(bureau.Time.Now), (ArchivedCaseRecord)@case.ToObject(), (ArchivedCaseEventRecord)first.ToObject());
            var hash = EventHash.Next(EventHash.Genesis(id), 1, e.At, e.Type, new Actor(e.ActorKind, e.ActorId, e.OnBehalfOf), e.Cause, e.Payload);
            (row.Id, row.Number, row.Version, row.HeadHash, e.CaseId, e.Hash, e.Position) = (id, $"C-{at}", 1, hash, id, hash, 1_000_000 + at);
            context.AddRange(row, e);
        }

        await context.SaveChangesAsync();
    }

    private static async Task RunSqlAsync(Bureau bureau, string sql)
    {
        await using var context = bureau.Database.OpenUnscoped();
#pragma warning disable EF1002 // The test's own text.
        await context.Database.ExecuteSqlRawAsync(sql);
#pragma warning restore EF1002
    }

    /// <summary>The process ends where it would begin the next transaction.</summary>
    private sealed class StoppedAfter(int transactions, IBulkTransactions inner) : IBulkTransactions
    {
        private int _left = transactions;

        public Task<BulkTransaction> BeginAsync(CancellationToken cancel) => --_left < 0 ? throw new OperationCanceledException("stopped") : inner.BeginAsync(cancel);
    }
}
