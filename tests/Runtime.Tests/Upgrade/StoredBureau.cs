using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Messages;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Seeding;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using CaseFlow.Runtime.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Upgrade;

/// <summary>Fills a database with cases that stop half-way in every way there is. It uses only what every released version has: see Stored/README.md.</summary>
internal static class StoredBureau
{
    /// <summary>Waits for a message after a task, so that a stored message finds its wait later.</summary>
    private static readonly string Papers = Bpmn(
        $"""
         <bpmn:startEvent id="s" />{Flow("s", "ask")}
         <bpmn:userTask id="ask" name="Ask" />{Flow("ask", "wait")}
         <bpmn:intermediateCatchEvent id="wait"><bpmn:extensionElements><caseflow:correlation key="=title" /></bpmn:extensionElements><bpmn:messageEventDefinition id="m" messageRef="papers" /></bpmn:intermediateCatchEvent>{Flow("wait", "e")}
         <bpmn:endEvent id="e" />
         """,
        """<bpmn:message id="papers" name="papers" />""");

    public static async Task FillAsync(Bureau bureau, string workflows)
    {
        await bureau.Get<DevelopmentSeed>().RunAsync(new SeedOptions(Seeded.Tenant, workflows, Flows: true, Demo: true, Password: null));
        var residents = new Residents(bureau);
        await ClosedAsync(bureau, residents, await EnquireAsync(residents));
        await SilentAsync(residents, await EnquireAsync(residents));
        await EnquireAsync(residents);
        await NeedAsync(bureau, residents);
        await ComplaintAsync(residents);
        await PapersAsync(bureau, residents);
        await bureau.Get<Sealer>().SealAsync();
        await UnsentAsync(bureau);
    }

    private static Task<Guid> EnquireAsync(Residents residents) =>
        residents.AskAsync("enquiry", "enquiry", ("title", "医保卡怎么补"), ("description", "丢了"), ("grid", "g17"), ("unit", "c5"));

    private static async Task ClosedAsync(Bureau bureau, Residents residents, Guid enquiry)
    {
        await residents.DoAsync(enquiry, "answer", ("answerRoute", "answered"), ("answerText", "带身份证到窗口"));
        await residents.DoAsync(enquiry, "confirm", ("solved", "yes"), ("score", "5"));
        await bureau.Get<Sealer>().SealAsync();
    }

    /// <summary>Answered; a timer runs until the resident has said nothing for three days.</summary>
    private static Task SilentAsync(Residents residents, Guid enquiry) =>
        residents.DoAsync(enquiry, "answer", ("answerRoute", "answered"), ("answerText", "带身份证到窗口"));

    private static async Task NeedAsync(Bureau bureau, Residents residents)
    {
        var need = await residents.AskAsync(
            "need-project", "need", ("title", "小区没有老年食堂"), ("description", "小区老人多,没有老年食堂,吃饭不便"), ("category", "elderly"), ("grid", "g17"), ("unit", "c5"));
        await residents.DoAsync(need, "verify", ("title", "小区没有老年食堂"), ("verified", "yes"));
        await residents.DoAsync(need, "group", ("category", "elderly"), ("way", "new"), ("projectTitle", "社区食堂"));
        await using var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant));
        var project = await context.Cases.Where(row => row.FlowKey == "project").Select(row => row.Id).SingleAsync();
        await residents.DoAsync(
            project, "sheet", ("goal", "建食堂"), ("projectWay", "purchase"), ("executorUnit", "c5"), ("budget", "10 万"), ("milestoneLines", "选址\n开业"));
    }

    private static async Task ComplaintAsync(Residents residents)
    {
        var complaint = await residents.AskAsync("complaint", "complaint", ("title", "路灯不亮"), ("description", "三天了"), ("category", "facilities"), ("grid", "g17"), ("unit", "c5"));
        await residents.DoAsync(
            complaint, "register", ("title", "路灯不亮"), ("nature", "complaint"), ("category", "facilities"), ("urgency", "normal"), ("grid", "g17"), ("scope", "in"));
    }

    private static async Task PapersAsync(Bureau bureau, Residents residents)
    {
        var outcome = await bureau.Get<Publisher>().PublishAsync(Seeded.Tenant, "test", "papers", new Dictionary<string, string> { ["flow.bpmn"] = Papers }, "", default);
        Assert.True(outcome.Version is not null, string.Join("\n", outcome.Problems.Select(problem => problem.Message)));
        await residents.AskAsync("papers", "enquiry", ("title", "o1"));
        var variables = Variables(("stamp", FeelValue.From("ok")));
        Assert.Equal(MessageFate.Waiting, (await bureau.Get<Messenger>().SendAsync(new Message(Seeded.Tenant, "m-1", "papers", "o1", variables, Actor.System, TimeSpan.FromDays(300)))).Fate);
    }

    /// <summary>Just started, after the last seal: its activity is not run yet.</summary>
    private static async Task UnsentAsync(Bureau bureau)
    {
        var facts = new CaseFacts("N-900", Seeded.Tenant, "enquiry", "web", "person-1", bureau.Time.Now);
        var start = new StartCase(
            Actor.Reporter("person-1"), Guid.CreateVersion7(bureau.Time.Now), new FlowRef("enquiry", 1), facts,
            Variables(("title", FeelValue.From("怎么办居住证")), ("description", FeelValue.From("租房")), ("grid", FeelValue.From("g17")), ("unit", FeelValue.From("c5"))));
        Assert.IsType<Ran>(await bureau.Get<CaseRunner>().StartAsync(start, NewCase.Plain, []));
    }
}
