using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Seeding;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Publishing;

public sealed class FlowRegisterTests
{
    [Fact]
    public async Task Publishes_the_next_version_and_leaves_running_cases_on_theirs()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var (register, admin) = (bureau.Get<FlowRegister>(), await bureau.ReaderAsync("admin"));
        var old = await bureau.HandledInAsync("s1");

        var outcome = await register.PublishAsync(admin, "help", await RenamedAsync(register, admin, "帮帮忙"), "改名");
        var fresh = await bureau.AskAsync();

        Assert.Equal(2, outcome.Version);
        Assert.Equal((1, 2), ((await bureau.StateAsync(old.CaseId)).Flow.Version, (await bureau.StateAsync(fresh.CaseId)).Flow.Version));
        Assert.Equal(("帮助", "帮帮忙"), ((await bureau.ViewAsync("supervisor", old.Number))!.FlowName.Text, (await bureau.ViewAsync("supervisor", fresh.Number))!.FlowName.Text));
        var row = Assert.Single(await register.ListAsync(admin));
        Assert.Equal(("help", "帮帮忙", 2, false, 2), (row.Key, row.Name.Text, row.Version, row.HasDraft, row.OpenCases));
        Assert.Equal(
            [(2, admin.DisplayName, "改名", 1), (1, "caseflow", "", 1)],
            (await register.VersionsAsync(admin, "help")).Select(version => (version.Version, version.PublishedBy, version.Note, version.OpenCases)));
    }

    [Fact]
    public async Task Refuses_a_faulty_flow_and_changes_nothing()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var (register, admin) = (bureau.Get<FlowRegister>(), await bureau.ReaderAsync("admin"));
        var files = new Dictionary<string, string>((await register.OpenAsync(admin, "help"))!.Files);
        files["flow.bpmn"] = files["flow.bpmn"].Replace("targetRef=\"call-back\"", "targetRef=\"nowhere\"", StringComparison.Ordinal);

        var outcome = await register.PublishAsync(admin, "help", files, "");

        Assert.Null(outcome.Version);
        Assert.Contains(outcome.Problems, problem => problem.Severity == ProblemSeverity.Error && problem.Line > 0);
        Assert.Single(await register.VersionsAsync(admin, "help"));
    }

    [Fact]
    public async Task Warns_of_teams_calendars_and_units_that_are_not_there()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var (register, admin) = (bureau.Get<FlowRegister>(), await bureau.ReaderAsync("admin"));
        var files = new Dictionary<string, string>((await register.OpenAsync(admin, "help"))!.Files);
        files["flow.bpmn"] = files["flow.bpmn"].Replace("team=\"intake\"", "team=\"choir\" unit=\"s9\"", StringComparison.Ordinal)
            .Replace("<caseflow:clock id=\"inside\"", "<caseflow:clock id=\"inside\" calendar=\"moon\"", StringComparison.Ordinal);

        var problems = (await register.CheckAsync(admin, "help", files)).Where(problem => problem.Rule.StartsWith("unknown-", StringComparison.Ordinal)).ToList();

        Assert.Equal(
            [("unknown-calendar", "help", ProblemSeverity.Warning), ("unknown-team", "register", ProblemSeverity.Warning), ("unknown-unit", "register", ProblemSeverity.Warning)],
            problems.OrderBy(problem => problem.Rule, StringComparer.Ordinal).Select(problem => (problem.Rule, problem.ElementId, problem.Severity)));
    }

    [Fact]
    public async Task Saves_a_draft_and_tells_the_second_of_two_who_save()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var (register, admin) = (bureau.Get<FlowRegister>(), await bureau.ReaderAsync("admin"));
        var other = await bureau.ReaderAsync("supervisor") with { Roles = admin.Roles };
        var files = await RenamedAsync(register, admin, "一稿");

        var first = await register.SaveDraftAsync(admin, "help", files, null);
        var second = await register.SaveDraftAsync(other, "help", files, null);
        var third = await register.SaveDraftAsync(other, "help", files, first.Stamp);
        var fourth = await register.SaveDraftAsync(admin, "help", files, first.Stamp);

        Assert.Equal((true, false, true, false), (first.Saved, second.Saved, third.Saved, fourth.Saved));
        Assert.Equal((first.Stamp, admin.DisplayName), (second.Stamp, second.SavedByOther));
        Assert.Equal((third.Stamp, other.DisplayName), (fourth.Stamp, fourth.SavedByOther));
        var draft = (await register.OpenAsync(admin, "help"))!;
        Assert.Equal((1, true, third.Stamp), (draft.Version, draft.IsDraft, draft.Stamp));
        Assert.Equal(files, draft.Files);
        Assert.True((await register.ListAsync(admin))[0].HasDraft);
    }

    [Fact]
    public async Task Drops_the_draft_when_it_is_published()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var (register, admin) = (bureau.Get<FlowRegister>(), await bureau.ReaderAsync("admin"));
        await register.SaveDraftAsync(admin, "help", await RenamedAsync(register, admin, "二"), null);
        await register.SaveDraftAsync(admin, "brand-new", new Dictionary<string, string> { ["flow.bpmn"] = "<unfinished" }, null);

        Assert.Equal([("help", true), ("brand-new", true)], (await register.ListAsync(admin)).Select(row => (row.Key, row.HasDraft)));
        await register.PublishAsync(admin, "help", (await register.OpenAsync(admin, "help"))!.Files, "");
        Assert.True(await register.DiscardDraftAsync(admin, "brand-new"));

        Assert.Equal([("help", false)], (await register.ListAsync(admin)).Select(row => (row.Key, row.HasDraft)));
        Assert.Equal("二", (await register.OpenAsync(admin, "help", version: 2))!.Files["flow.bpmn"].Split("name=\"")[4].Split('"')[0]);
    }

    [Fact]
    public async Task Lets_only_admins_change_flows()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var (register, reader) = (bureau.Get<FlowRegister>(), await bureau.ReaderAsync("s1-handler1"));

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => register.SaveDraftAsync(reader, "help", new Dictionary<string, string>(), null));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => register.PublishAsync(reader, "help", new Dictionary<string, string>(), ""));
    }

    [Fact]
    public async Task Makes_one_version_of_two_publications_at_the_same_moment()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var (register, admin) = (bureau.Get<FlowRegister>(), await bureau.ReaderAsync("admin"));
        var files = await RenamedAsync(register, admin, "抢");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => register.PublishAsync(admin, "help", files, ""))));

        var versions = outcomes.Select(outcome => outcome.Version).OfType<int>().ToList();
        Assert.Equal(versions.Count, versions.Distinct().Count());
        Assert.Equal(versions.Count + 1, (await register.VersionsAsync(admin, "help")).Count);
        Assert.All(outcomes.Where(outcome => outcome.Version is null), outcome => Assert.Equal("published-meanwhile", Assert.Single(outcome.Problems).Rule));
    }

    [Fact]
    public async Task Publishes_what_ships_again_only_when_it_changed_and_never_over_a_persons_version()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var (register, admin, seed) = (bureau.Get<FlowRegister>(), await bureau.ReaderAsync("admin"), bureau.Get<DevelopmentSeed>());
        var folder = System.IO.Directory.CreateTempSubdirectory("caseflow-flows-").FullName;
        CopyFlow(Path.Combine(Requests.Flows, "help"), Path.Combine(folder, "help"));
        var options = new SeedOptions(Seeded.Tenant, folder, Flows: true, Demo: false, null);

        await seed.RunAsync(options);
        Assert.Single(await register.VersionsAsync(admin, "help"));
        await File.AppendAllTextAsync(Path.Combine(folder, "help", "flow.bpmn"), "<!-- newer -->");
        await seed.RunAsync(options);
        Assert.Equal(2, (await register.VersionsAsync(admin, "help")).Count);
        await register.PublishAsync(admin, "help", await RenamedAsync(register, admin, "自己的"), "");
        await File.AppendAllTextAsync(Path.Combine(folder, "help", "flow.bpmn"), "<!-- newest -->");
        await seed.RunAsync(options);

        Assert.Equal(3, (await register.VersionsAsync(admin, "help")).Count);
        System.IO.Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Pins_the_called_flow_to_the_version_published_then()
    {
        await using var bureau = await Seeded.OpenAsync(Path.Combine(AppContext.BaseDirectory, "Support", "CallingFlows"));
        var (register, admin, library) = (bureau.Get<FlowRegister>(), await bureau.ReaderAsync("admin"), bureau.Get<FlowLibrary>());

        await register.PublishAsync(admin, "callee", (await register.OpenAsync(admin, "callee"))!.Files, "");

        await using var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant));
        Assert.Equal([("callee", 2), ("caller", 1)], await context.Flows.OrderBy(flow => flow.Key).Select(flow => new ValueTuple<string, int>(flow.Key, flow.LatestVersion)).ToListAsync());
        Assert.Equal([new FlowRef("callee", 1)], library.Called(Seeded.Tenant, new FlowRef("caller", 1)).Select(package => package.Ref));
        await register.PublishAsync(admin, "caller", (await register.OpenAsync(admin, "caller"))!.Files, "");
        Assert.Equal([new FlowRef("callee", 2)], library.Called(Seeded.Tenant, new FlowRef("caller", 2)).Select(package => package.Ref));
    }

    private static async Task<Dictionary<string, string>> RenamedAsync(FlowRegister register, Reader admin, string name)
    {
        var files = new Dictionary<string, string>((await register.OpenAsync(admin, "help", version: 1))!.Files);
        files["flow.bpmn"] = files["flow.bpmn"].Replace("name=\"帮助\"", $"name=\"{name}\"", StringComparison.Ordinal);
        return files;
    }

    private static void CopyFlow(string from, string to)
    {
        System.IO.Directory.CreateDirectory(to);
        foreach (var file in System.IO.Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
