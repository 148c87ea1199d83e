using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Seeding;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Flows;

/// <summary>The needs project's two flows as they ship, through the store, the outbox and the messages between cases.</summary>
public sealed class NeedProjectTests
{
    [Fact]
    public async Task Carries_two_needs_through_one_project_to_their_evaluation()
    {
        await using var bureau = await Seeded.OpenAsync(SeedOptions.FindWorkflows(AppContext.BaseDirectory));
        var residents = new Residents(bureau);
        var one = await AskAsync(residents, "小区没有老年食堂");
        await residents.DoAsync(one, "verify", ("title", "小区没有老年食堂"), ("verified", "yes"));
        await residents.DoAsync(one, "group", ("category", "elderly"), ("way", "new"), ("projectTitle", "社区食堂"));
        var project = await ProjectAsync(bureau);
        var two = await AskAsync(residents, "老人没有食堂吃饭");
        await residents.DoAsync(two, "verify", ("title", "老人没有食堂吃饭"), ("verified", "yes"));
        Assert.Equal("N-001", SimilarTo(await bureau.StateAsync(two)));
        await residents.DoAsync(two, "group", ("category", "elderly"), ("way", "join"), ("projectNumber", (await bureau.StateAsync(project)).Facts.Number));

        await DesignAndExecuteAsync(residents, project);
        await residents.DoAsync(one, "evaluate", ("solved", "yes"), ("score", "5"));
        await residents.DoAsync(two, "evaluate", ("solved", "yes"), ("score", "4"));
        await residents.DoAsync(project, "rate-request", ("score", "4"));
        await residents.DoAsync(project, "rate-partner", ("score", "5"));

        foreach (var caseId in new[] { one, two, project }) Assert.Equal((CaseStatus.Completed, "resolved"), Closed(await bureau.StateAsync(caseId)));
        await AssertLinksAsync(bureau, project, one, two);
        Assert.Empty((await bureau.Get<ChainVerifier>().VerifyAllAsync()).Faults);
    }

    private static Task<Guid> AskAsync(Residents residents, string title) => residents.AskAsync(
        "need-project", "need", ("title", title), ("description", "小区老人多,没有老年食堂,吃饭不便"), ("category", "elderly"), ("grid", "g17"), ("unit", "c5"));

    private static async Task DesignAndExecuteAsync(Residents residents, Guid project)
    {
        await residents.DoAsync(
            project, "sheet", ("goal", "建食堂"), ("projectWay", "purchase"), ("executorUnit", "c5"), ("budget", "10 万"), ("milestoneLines", "选址\n开业"));
        await residents.DoAsync(project, "approve", ("approval", "approve"));
        await residents.DoAsync(project, "milestone", ("milestone", "选址"), ("milestoneResult", "选好"));
        await residents.DoAsync(project, "milestone", ("milestone", "开业"), ("milestoneResult", "开了"));
        await residents.DoAsync(project, "finish", ("projectResult", "食堂已开"));
    }

    private static async Task<Guid> ProjectAsync(Bureau bureau)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant));
        return await context.Cases.Where(row => row.FlowKey == "project").Select(row => row.Id).SingleAsync();
    }

    private static string? SimilarTo(CaseState need) =>
        need.Variables.Find("duplicates") is FeelList { Items: [FeelContext first, ..] } && first.Find("number") is FeelString number ? number.Value : null;

    private static (CaseStatus, string?) Closed(CaseState state) => (state.Status, state.Closure);

    private static async Task AssertLinksAsync(Bureau bureau, Guid project, Guid one, Guid two)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant));
        var links = await context.CaseLinks.OrderBy(link => link.Role).ThenBy(link => link.CaseId).ThenBy(link => link.OtherCaseId).ToListAsync();
        (Guid, Guid, string)[] expected = [(project, one, "need"), (project, two, "need"), (one, project, "project"), (two, project, "project")];
        Assert.Equal(expected.Order(), links.Select(link => (link.CaseId, link.OtherCaseId, link.Role)).Order());
    }
}
