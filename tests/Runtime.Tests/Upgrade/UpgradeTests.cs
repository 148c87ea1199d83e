using CaseFlow.Engine;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Due;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Upgrade;

/// <summary>A stored database of each released schema opens in this program, loses nothing and finishes its pending cases.</summary>
[Collection(PostgresCollection.Name)]
public sealed class UpgradeTests(PostgresCluster cluster)
{
    private const string Numbers = "N-001 N-002 N-003 N-004 N-005 N-006 N-900";

    public static TheoryData<string, DatabaseProvider> Released
    {
        get
        {
            var released = new TheoryData<string, DatabaseProvider>();
            foreach (var version in System.IO.Directory.GetDirectories(Stored).Select(Path.GetFileName).Order(StringComparer.Ordinal))
                foreach (var provider in new[] { DatabaseProvider.Sqlite, DatabaseProvider.Postgres })
                    released.Add(version!, provider);
            return released;
        }
    }

    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    private static string Stored => Path.Combine(AppContext.BaseDirectory, "Upgrade", "Stored");

    private static string FileOf(DatabaseProvider provider) => $"{provider.ToString().ToLowerInvariant()}.sql";

    [SkippableTheory, MemberData(nameof(Released))]
    public async Task Finishes_the_pending_cases_of_an_earlier_version(string version, DatabaseProvider provider)
    {
        await using var outer = await Bureau.OpenAsync();
        await using var bureau = await OpenAsync(outer, version, provider);
        var before = await bureau.Get<ChainVerifier>().VerifyAllAsync();
        Assert.Equal((8, 533, 2, 0), (before.Cases, before.Events, before.Seals, before.Faults.Count));
        Assert.Equal("Completed resolved", await EndAsync(bureau, "N-001"));

        var residents = new Residents(bureau);
        await residents.RestAsync();
        await residents.DoAsync(await IdAsync(bureau, "N-006"), "ask");
        await FinishNeedAsync(bureau, residents);
        await AnswerAsync(bureau, residents, "N-900");
        await PassAsync(bureau, residents, TimeSpan.FromHours(4));
        await FinishComplaintAsync(bureau, residents);
        await PassAsync(bureau, residents, TimeSpan.FromHours(20));
        Assert.Equal([("N-003", bureau.Time.Now)], await LateAnswersAsync(bureau));
        await AnswerAsync(bureau, residents, "N-003");
        await PassAsync(bureau, residents, TimeSpan.FromDays(2));

        var ends = await Task.WhenAll(Numbers.Split(' ').Select(async number => $"{number} {await EndAsync(bureau, number)}"));
        Assert.Equal(
            ["N-001 Completed resolved", "N-002 Completed silent", "N-003 Completed resolved", "N-004 Completed resolved", "N-005 Completed resolved", "N-006 Completed ", "N-900 Completed resolved"], ends);
        await AssertNothingIsLeftAsync(bureau);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task A_release_comes_with_a_database_of_its_schema(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await using var context = bureau.Database.OpenUnscoped();
        var stored = string.Concat(System.IO.Directory.GetDirectories(Stored).Select(folder => File.ReadAllText(Path.Combine(folder, FileOf(provider)))));
        var newest = File.ReadLines(Repository.Path("CHANGELOG.md")).First(line => line.StartsWith("## ", StringComparison.Ordinal));

        var untold = context.Database.GetMigrations().Where(migration => !stored.Contains(migration, StringComparison.Ordinal)).ToList();

        Assert.True(
            newest == "## Unreleased" || untold.Count == 0,
            $"Expected a stored database for the schema of '{newest}', but none has been brought to {string.Join(", ", untold)}: see Upgrade/Stored/README.md.");
    }

    private async Task<Bureau> OpenAsync(Bureau outer, string version, DatabaseProvider provider)
    {
        var sql = await File.ReadAllTextAsync(Path.Combine(Stored, version, FileOf(provider)));
        if (provider is DatabaseProvider.Sqlite)
        {
            var file = outer.DatabaseFile + ".stored";
            await Dump.ToSqliteAsync(sql, file);
            return await outer.NodeAsync(file);
        }

        PostgresCluster.SkipWithoutPostgres();
        var connection = await cluster.NewDatabaseAsync();
        await Dump.ToPostgresAsync(sql, connection);
        return await Bureau.OpenAsync(connection);
    }

    /// <summary>The messages between a need and its project go on.</summary>
    private static async Task FinishNeedAsync(Bureau bureau, Residents residents)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant));
        var project = await context.Cases.Where(row => row.FlowKey == "project").Select(row => row.Id).SingleAsync();
        await residents.DoAsync(project, "approve", ("approval", "approve"));
        await residents.DoAsync(project, "milestone", ("milestone", "选址"), ("milestoneResult", "选好"));
        await residents.DoAsync(project, "milestone", ("milestone", "开业"), ("milestoneResult", "开了"));
        await residents.DoAsync(project, "finish", ("projectResult", "食堂已开"));
        await residents.DoAsync(await IdAsync(bureau, "N-004"), "evaluate", ("solved", "yes"), ("score", "5"));
        await residents.DoAsync(project, "rate-request", ("score", "4"));
        await residents.DoAsync(project, "rate-partner", ("score", "5"));
        Assert.Equal(CaseStatus.Completed, (await bureau.StateAsync(project)).Status);
    }

    /// <summary>Nobody has signed for four hours: its timer has sent it to be assigned.</summary>
    private static async Task FinishComplaintAsync(Bureau bureau, Residents residents)
    {
        var complaint = await IdAsync(bureau, "N-005");
        await residents.DoAsync(complaint, "assign", ("unit", "c5"));
        await SignAsync(bureau, complaint);
        await residents.DoAsync(complaint, "contact", ("contacted", "yes"));
        await residents.DoAsync(complaint, "handle", ("handling", "更换灯具"), ("factual", "yes"), ("done", "yes"));
        await residents.DoAsync(complaint, "reply", ("publicReply", "已修好"));
        await residents.DoAsync(complaint, "check", ("checkResult", "pass"), ("checkNote", "看过"));
        await residents.DoAsync(complaint, "call-back", ("reached", "yes"), ("callSolved", "yes"), ("callSatisfied", "yes"));
        await residents.DoAsync(complaint, "rate", ("solved", "yes"), ("score", "5"));
        await residents.DoAsync(complaint, "rate-request", ("score", "4"));
    }

    private static async Task SignAsync(Bureau bureau, Guid complaint)
    {
        var sign = new CompleteTask(Actor.Staff("does-sign"), await bureau.TaskAsync(complaint, "sign"), TestFlows.Variables(("signed", FeelValue.From(true))));
        Assert.IsType<Ran>(await bureau.Get<CaseRunner>().AdvanceAsync(complaint, sign));
    }

    private static async Task AnswerAsync(Bureau bureau, Residents residents, string number)
    {
        var enquiry = await IdAsync(bureau, number);
        await residents.DoAsync(enquiry, "answer", ("answerRoute", "answered"), ("answerText", "带身份证到窗口"));
        await residents.DoAsync(enquiry, "confirm", ("solved", "yes"), ("score", "5"));
    }

    private static async Task PassAsync(Bureau bureau, Residents residents, TimeSpan by)
    {
        bureau.Time.Advance(by);
        while (await bureau.Get<DueSweep>().SweepAsync(default) > 0) await residents.RestAsync();
    }

    private static async Task<(string, DateTimeOffset)[]> LateAnswersAsync(Bureau bureau)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant));
        var late = await context.Clocks.Where(clock => clock.ClockId == "answer" && clock.BreachedAt != null)
            .Join(context.Cases, clock => clock.CaseId, row => row.Id, (clock, row) => new { row.Number, clock.BreachedAt }).ToListAsync();
        return [.. late.Select(row => (row.Number, row.BreachedAt!.Value))];
    }

    private static async Task AssertNothingIsLeftAsync(Bureau bureau)
    {
        await bureau.Get<Sealer>().SealAsync();
        var after = await bureau.Get<ChainVerifier>().VerifyAllAsync();
        Assert.Equal((8, 3, 0), (after.Cases, after.Seals, after.Faults.Count));
        await using var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant));
        Assert.Equal((0, 0, 0, 0), (await context.Tasks.CountAsync(), await context.DueRows.CountAsync(), await context.Messages.CountAsync(), await context.Outbox.CountAsync()));
    }

    private static async Task<Guid> IdAsync(Bureau bureau, string number)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant));
        return await context.Cases.Where(row => row.Number == number).Select(row => row.Id).SingleAsync();
    }

    private static async Task<string> EndAsync(Bureau bureau, string number)
    {
        var state = await bureau.StateAsync(await IdAsync(bureau, number));
        return $"{state.Status} {state.Closure}";
    }
}
