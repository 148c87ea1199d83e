using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Migrating;

/// <summary>Cases that stand in subprocesses, loops, calls and before joins, and what they keep of what is done.</summary>
public sealed class ScopeMigrationTests
{
    private const string Split = """
        <startEvent id="start" /><parallelGateway id="split" /><userTask id="a" /><userTask id="b" /><parallelGateway id="join" /><userTask id="c" />
        <sequenceFlow id="f0" sourceRef="start" targetRef="split" /><sequenceFlow id="f1" sourceRef="split" targetRef="a" /><sequenceFlow id="f2" sourceRef="split" targetRef="b" />
        <sequenceFlow id="f3" sourceRef="a" targetRef="join" /><sequenceFlow id="f4" sourceRef="b" targetRef="join" /><sequenceFlow id="f5" sourceRef="join" targetRef="c" />
        """;

    [Fact]
    public void A_token_at_a_join_waits_on() => From(Split, Split.Replace("\"f3\"", "\"g3\"", StringComparison.Ordinal))
        .Started().Complete("a").Migrate(2).ThenLive("b").Complete("b").ThenLive("c");

    [Fact]
    public void A_join_that_needs_no_more_tokens_in_the_new_version_goes_on()
    {
        var two = Split.Replace("""<sequenceFlow id="f4" sourceRef="b" targetRef="join" />""", """<sequenceFlow id="f4" sourceRef="b" targetRef="end" /><endEvent id="end" />""", StringComparison.Ordinal);
        From(Split, two).Started().Complete("a").ThenLive("b").Migrate(2).ThenLive("b", "c");
    }

    [Fact]
    public void A_token_at_a_join_without_its_flow_is_refused()
    {
        var two = Split.Replace("""<sequenceFlow id="f3" sourceRef="a" targetRef="join" />""", """<sequenceFlow id="f3" sourceRef="a" targetRef="end" /><endEvent id="end" />""", StringComparison.Ordinal);
        From(Split, two).Started().Complete("a").Migrate(2)
            .ThenRejected("join-missing", "Expected a flow of test@2 into a join like join for the token that waits on f3, but there is none.");
    }

    [Fact]
    public void A_step_within_a_subprocess_moves_with_it()
    {
        var test = From(Sub("stage"), Sub("stage2")).Started().Migrate(2, ("stage", "stage2"));
        test.ThenLive("in", "stage2").ThenStage("stage2", 1, true);
        Assert.Equal("stage2", test.State!.Tasks.Values.Single().Stage);
        test.Complete("in").ThenStatus(CaseStatus.Completed).ThenStage("stage2", 1, false);
    }

    [Fact]
    public void Instances_of_a_repeating_step_move_on_when_they_repeat_alike() => From(Loop("items", "u"), Loop("items", "v"))
        .Started(("items", new object?[] { 1, 2 })).Complete("u").Migrate(2, ("u", "v")).Complete("v").ThenStatus(CaseStatus.Completed).ThenStatus(CaseStatus.Completed);

    [Fact]
    public void A_step_that_repeats_otherwise_is_refused() => From(Loop("items", "u"), Loop("others", "u"))
        .Started(("items", new object?[] { 1, 2 })).Migrate(2)
        .ThenRejected("loop-differs", "Expected u to repeat as u does, but what it repeats for differs.");

    [Fact]
    public void A_called_process_of_the_same_file_moves_too() => From(Call("called"), Call("called"), Called("x", ""), Called("x", "<userTask id=\"y\" /><sequenceFlow sourceRef=\"x\" targetRef=\"y\" />"))
        .Started().Migrate(2).Complete("x").ThenLive("call", "y").Complete("y").ThenStatus(CaseStatus.Completed);

    [Fact]
    public void A_call_of_another_process_is_refused() => From(Call("called"), Call("other"), Called("x", ""), Called("x", "") + "<process id=\"other\"><userTask id=\"z\" /></process>")
        .Started().Migrate(2).ThenRejected("call-differs", "Expected call to call called, which runs already, but it calls other.");

    [Fact]
    public void A_running_job_goes_on_and_its_answer_counts() => From(Job("look-up"), Job("look-up", "j2"))
        .Started().Migrate(2, ("j", "j2")).CompleteJob("j2").ThenStatus(CaseStatus.Completed);

    [Fact]
    public void A_running_job_of_another_activity_is_refused() => From(Job("look-up"), Job("notify"))
        .Started().Migrate(2).ThenRejected("job-under-way", "Expected j to do look-up, which is under way already, but it does notify.");

    [Fact]
    public void A_failed_job_is_tried_again_as_the_new_version_says() => From(Job("look-up"), Job("notify"))
        .Started().FailJob("j", "no").Then("case started p", "+ start", "- start", "> start->j", "+ j", "job j look-up ", "job j failed, 0 left", "incident job-failed at j")
        .Migrate(2).Retry().Then("moved from test@1 to test@2", "incident at j retried", "job j notify ");

    [Fact]
    public void An_incident_is_mended_by_the_new_version() => From(Gate("x = 1"), Gate("true"))
        .Started().Complete("a").ThenIncident("no-path", "g", "Expected a condition that holds or a default flow at g, but none of its 2 sequence flows can be taken.")
        .Migrate(2).Retry().ThenLive("b");

    [Fact]
    public void Clocks_run_on_by_their_id() => From(Clock("answer", 2), Clock("answer", 9)).Started().ThenClock("answer", "Warning", "01-05 11:00").Migrate(2).ThenClock("answer", "Warning", "01-05 11:00");

    [Fact]
    public void A_promise_that_would_vanish_is_refused() => From(Clock("answer", 2), Clock("other", 2)).Started().Migrate(2)
        .ThenRejected("clock-missing", "Expected clock answer, which runs, in test@2, but there is none.");

    [Fact]
    public void What_can_be_undone_stays_so() => From(Undo("unbook"), Undo("unbook2"))
        .Started().Complete("book").Migrate(2).Complete("pay").ThenLive("throw", "unbook2");

    [Fact]
    public void What_could_no_longer_be_undone_is_refused() => From(Undo("unbook"), Pay).Started().Complete("book").Migrate(2)
        .ThenRejected("compensation-missing", "Expected book of test@2 to have what undoes it, as book has, but it has not.");

    [Fact]
    public void New_data_objects_of_a_live_scope_are_its_own()
    {
        var test = From(Sub("stage"), Sub("stage").Replace("<userTask id=\"in\" />", "<userTask id=\"in\" /><dataObject id=\"d\" name=\"x\" />", StringComparison.Ordinal)).Started();
        test.Set(("x", 1)).Migrate(2).Complete("in", ("x", 2)).ThenVariable("x", 1);
    }

    [Fact]
    public void Performers_are_known_under_the_new_ids()
    {
        var test = From(Pay, Pay.Replace("\"book\"", "\"reserve\"", StringComparison.Ordinal)).Started().Complete("book").Migrate(2, ("book", "reserve"));
        Assert.Equal(["reserve"], test.State!.Performers.Keys);
    }

    [Fact]
    public void A_called_flow_is_moved_by_itself()
    {
        var (old, young) = (Child(1, "x"), Child(2, "y"));
        var caller = Given.Version(1, new Dictionary<string, FlowPackage> { ["child"] = old }, Call("child"));
        var test = new TestCase(caller, old, young).Started();
        test.When(new Commands.MigrateCase(TestCase.Someone, old.Ref, young.Ref, Engine.Migrating.MigrationMap.Of([new("x", "y")]), "better"));
        test.ThenLive("call", "y");
        Assert.Equal((caller.Ref, young.Ref), (test.State!.Flow, test.State.Elements[test.KeyOf("call")].Called!.Flow));
        Assert.Single(test.Events.OfType<CaseMigrated>());
    }

    private const string Pay = """
        <startEvent id="start" /><userTask id="book" /><userTask id="pay" /><endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="book" /><sequenceFlow sourceRef="book" targetRef="pay" /><sequenceFlow sourceRef="pay" targetRef="end" />
        """;

    private static TestCase From(string one, string two, string rootOne = "", string? rootTwo = null) => MigrationTests.From(one, two, rootOne, rootTwo);

    private static FlowPackage Child(int version, string task) => Engine.Reading.FlowReader.Read(
        new FlowRef("child", version), new Dictionary<string, string> { ["flow.bpmn"] = Given.Files($"<userTask id=\"{task}\" />").Text.Replace("id=\"p\"", "id=\"child\"", StringComparison.Ordinal) }, null).Package!;

    private static string Sub(string id) => $"""
        <startEvent id="start" /><subProcess id="{id}"><extensionElements><caseflow:stage order="1" /></extensionElements><userTask id="in" /></subProcess><sequenceFlow sourceRef="start" targetRef="{id}" />
        """;

    private static string Loop(string collection, string id) => $"""
        <startEvent id="start" /><userTask id="{id}"><multiInstanceLoopCharacteristics><extensionElements><caseflow:collection input="={collection}" element="one" /></extensionElements></multiInstanceLoopCharacteristics></userTask>
        <sequenceFlow sourceRef="start" targetRef="{id}" />
        """;

    private static string Call(string process) => $"""<startEvent id="start" /><callActivity id="call" calledElement="{process}" /><sequenceFlow sourceRef="start" targetRef="call" />""";

    private static string Called(string task, string more) => $"""<process id="called"><userTask id="{task}" />{more}</process>""";

    private static string Job(string activity, string id = "j") => $"""
        <startEvent id="start" /><serviceTask id="{id}"><extensionElements><caseflow:activity type="{activity}" /></extensionElements></serviceTask><sequenceFlow sourceRef="start" targetRef="{id}" />
        """;

    private static string Gate(string condition) => $"""
        <startEvent id="start" /><userTask id="a" /><exclusiveGateway id="g" /><userTask id="b" /><userTask id="c" /><sequenceFlow sourceRef="start" targetRef="a" /><sequenceFlow sourceRef="a" targetRef="g" />
        <sequenceFlow sourceRef="g" targetRef="b"><conditionExpression>{condition}</conditionExpression></sequenceFlow><sequenceFlow sourceRef="g" targetRef="c"><conditionExpression>y = 1</conditionExpression></sequenceFlow>
        """;

    private static string Clock(string id, int hours) => $"""
        <extensionElements><caseflow:clock id="{id}" name="{id}" rule="elapsed-hours" amount="{hours}" /></extensionElements><startEvent id="start" /><userTask id="a" /><endEvent id="end" /><sequenceFlow sourceRef="start" targetRef="a" /><sequenceFlow sourceRef="a" targetRef="end" />
        """;

    private static string Undo(string handler) => Pay.Replace("<endEvent id=\"end\" />", $"""
        <boundaryEvent id="cb" attachedToRef="book"><compensateEventDefinition /></boundaryEvent><userTask id="{handler}" isForCompensation="true" /><association id="as" sourceRef="cb" targetRef="{handler}" />
        <intermediateThrowEvent id="throw"><compensateEventDefinition /></intermediateThrowEvent><endEvent id="end" /><sequenceFlow sourceRef="throw" targetRef="end" />
        """, StringComparison.Ordinal).Replace("sourceRef=\"pay\" targetRef=\"end\"", "sourceRef=\"pay\" targetRef=\"throw\"", StringComparison.Ordinal);
}
