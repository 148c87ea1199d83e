using System.Collections.Immutable;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Simulation;
using CaseFlow.Engine.Simulation.Recorded;
using CaseFlow.Engine.Simulation.Replaying;
using CaseFlow.Engine.Simulation.Scenarios;
using CaseFlow.Engine.Tests.Flows;
using CaseFlow.TestSupport;

namespace CaseFlow.Engine.Tests.Simulation;

public sealed class ReplayerTests
{
    [Fact]
    public void The_flow_a_case_ran_gives_the_same_again()
    {
        var flow = Sorting(5);

        var report = Replay(flow, Recorded(flow));

        Assert.Equal((60, 60, 0), (report.Cases, report.Unchanged, report.Changed));
        Assert.Empty(report.Changes);
    }

    /// <summary>Returns, holds, extensions, rework, merges, withdrawals: whatever the complaint flow can do, a replay does again.</summary>
    [Fact]
    public void Complaints_of_every_kind_come_out_as_recorded()
    {
        var flow = ShippedFlows.World.Package("complaint");
        var scenario = ScenarioReader.Read(File.ReadAllText(Repository.Path("examples/simulation/complaint.json")), "complaint.json") with { Days = 25 };
        var recorded = Recordings.Of(flow, ShippedFlows.World, scenario);
        var replayer = new Replayer(flow, ShippedFlows.World, 3);

        foreach (var one in recorded) replayer.Add(one);

        var report = replayer.Report();
        Assert.Equal("", string.Join("\n", report.Changes.Select(change => $"{change.Kind} {change.What} {change.Cases}: {string.Join("; ", change.Examples)}")));
        Assert.Equal((recorded.Count, recorded.Count), (report.Cases, report.Unchanged));
    }

    [Fact]
    public void A_changed_table_changes_exactly_the_cases_it_decides_otherwise()
    {
        var recorded = Recorded(Sorting(5));

        var report = Replay(Sorting(4), recorded);

        var fours = recorded.Where(one => People(one) == 4).Select(one => one.Number).ToList();
        Assert.InRange(fours.Count, 1, 20);
        var count = fours.Count;
        Assert.Equal(
            [$"clock promise: not breached → breached {count}", $"closure small → open {count}", $"decision size: few → many {count}", $"needs-answer do {count}"],
            report.Changes.Select(change => $"{change.Kind} {change.What} {change.Cases}"));
        Assert.All(report.Changes, change => Assert.Equal(fours.Take(3), change.Examples.Select(example => example.Number)));
        Assert.Equal((60 - fours.Count, fours.Count, fours.Count), (report.Unchanged, report.Changed, report.NeedAnswers));
    }

    [Fact]
    public void A_step_that_is_left_out_and_another_closure_show_as_such()
    {
        var recorded = Recorded(Sorting(5));

        var report = Replay(Sorting(11), recorded);

        var big = recorded.Count(one => People(one) >= 5);
        Assert.Equal(
            [$"closure done → small {big}", $"decision size: many → few {big}", $"step do: done less often {big}"],
            report.Changes.Select(change => $"{change.Kind} {change.What} {change.Cases}"));
        Assert.Equal("for {people: ", report.Changes[1].Examples[0].Detail![..13]);
        Assert.Equal(0, report.NeedAnswers);
    }

    [Fact]
    public void A_new_step_needs_an_answer_that_the_record_lacks()
    {
        var recorded = Recorded(Sorting(5));

        var report = Replay(Sorting(5, """<userTask id="check"><extensionElements><caseflow:assignment team="t"/></extensionElements></userTask>"""), recorded);

        var big = recorded.Count(one => People(one) >= 5);
        Assert.Equal([$"closure done → open {big}", $"needs-answer check {big}"], report.Changes.Select(change => $"{change.Kind} {change.What} {change.Cases}"));
    }

    [Fact]
    public void A_shorter_promise_shows_as_breached()
    {
        var recorded = Recorded(Sorting(5, hours: 500));

        var report = Replay(Sorting(5, hours: 1), recorded);

        var change = Assert.Single(report.Changes);
        Assert.Equal(("clock", "promise: not breached → breached"), (change.Kind, change.What));
        Assert.InRange(change.Cases, 1, recorded.Count);
    }

    [Fact]
    public void Cases_of_another_flow_are_refused_and_not_compared()
    {
        var report = Replay(ShippedFlows.World.Package("complaint"), Recorded(Sorting(5)));

        var change = Assert.Single(report.Changes);
        Assert.Equal(("refused", "p", 60L, "Expected the draft to have process p, but it has complaint."), (change.Kind, change.What, change.Cases, change.Examples[0].Detail));
    }

    private static ReplayReport Replay(FlowPackage draft, IEnumerable<RecordedCase> recorded)
    {
        var replayer = new Replayer(draft, new TestWorld(draft), 3);
        foreach (var one in recorded) replayer.Add(one);
        return replayer.Report();
    }

    private static IReadOnlyList<RecordedCase> Recorded(FlowPackage flow) => Recordings.Of(flow, new TestWorld(flow), Trials.Of(30, ArrivalPlan.Daily(30), 5, new UniformValue(600, 3600)) with { Cases = 60, Steps = ImmutableSortedDictionary<string, StepPlan>.Empty });

    private static decimal People(RecordedCase recorded) =>
        recorded.Events.Select(entry => entry.Event).OfType<VariablesSet>().Select(set => set.Values.Find("people")).OfType<FeelNumber>().First().Value;

    /// <summary>Requests of few people are closed at once; those of many are done, and in a draft checked.</summary>
    private static FlowPackage Sorting(int limit, string check = "", int hours = 24) => Given.Package(
        Given.Files($"""
            <extensionElements>
              <caseflow:clock id="promise" name="Promise" stop="do" rule="elapsed-hours" amount="{hours}"/>
              <caseflow:closure id="done" name="Done"/><caseflow:closure id="small" name="Small"/>
            </extensionElements>
            <startEvent id="start"><extensionElements><caseflow:form key="ask"/></extensionElements></startEvent>
            <businessRuleTask id="sort"><extensionElements><caseflow:decision ref="size"/><caseflow:result variable="size"/></extensionElements></businessRuleTask>
            <exclusiveGateway id="big" default="no"/>
            <userTask id="do"><extensionElements><caseflow:assignment team="t"/></extensionElements></userTask>
            {check}
            <endEvent id="end"><extensionElements><caseflow:close type="done"/></extensionElements></endEvent>
            <endEvent id="small-end"><extensionElements><caseflow:close type="small"/></extensionElements></endEvent>
            <sequenceFlow sourceRef="start" targetRef="sort"/>
            <sequenceFlow sourceRef="sort" targetRef="big"/>
            <sequenceFlow id="yes" sourceRef="big" targetRef="do"><conditionExpression xsi:type="tFormalExpression">=size = "big"</conditionExpression></sequenceFlow>
            <sequenceFlow id="no" sourceRef="big" targetRef="small-end"/>
            {(check.Length == 0 ? "" : """<sequenceFlow sourceRef="do" targetRef="check"/>""")}
            <sequenceFlow sourceRef="{(check.Length == 0 ? "do" : "check")}" targetRef="end"/>
            """),
        ("ask.form.json", """{ "type": "default", "schemaVersion": 18, "components": [{ "type": "number", "key": "people", "label": "People", "validate": { "required": true, "min": 1, "max": 10 } }] }"""),
        ("size.dmn", $"""
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="size-definitions" name="size" namespace="t">
              <inputData id="people" name="people"><variable id="people-variable" name="people"/></inputData>
              <decision id="size" name="size">
                <variable id="size-variable" name="size"/>
                <informationRequirement id="needs-people"><requiredInput href="#people"/></informationRequirement>
                <decisionTable id="size-table" hitPolicy="FIRST">
                  <input id="in"><inputExpression id="in-expression" typeRef="number"><text>people</text></inputExpression></input>
                  <output id="out" typeRef="string"/>
                  <rule id="many"><inputEntry id="many-in"><text>&gt;= {limit}</text></inputEntry><outputEntry id="many-out"><text>"big"</text></outputEntry></rule>
                  <rule id="few"><inputEntry id="few-in"><text>-</text></inputEntry><outputEntry id="few-out"><text>"small"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """));
}
