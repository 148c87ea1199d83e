using System.Collections.Immutable;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Simulation;
using CaseFlow.Engine.Simulation.Reports;
using CaseFlow.Engine.Simulation.Running;
using CaseFlow.Engine.Simulation.Scenarios;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Simulation;

public sealed class SimulatorTests
{
    private const string SixHours = """<caseflow:clock id="promise" name="Promise" stop="work" rule="elapsed-hours" amount="6"/>""";

    [Fact]
    public void The_same_seed_gives_the_same_report_and_another_seed_another_one()
    {
        var flow = Trials.OneTask(SixHours);
        var scenario = Trials.Of(30, ArrivalPlan.Daily(20), 1, new LognormalValue(1200, 900));

        Assert.Equal(Told(flow.Run(scenario, 7)), Told(flow.Run(scenario, 7)));
        Assert.NotEqual(Told(flow.Run(scenario, 7)), Told(flow.Run(scenario, 8)));
    }

    /// <summary>
    /// Monday 9:00 on, a case every two hours from 02:00: 02, 04, 06, 08, … 24. Each takes an hour, from 9 to 5.
    /// The first four wait for 9:00; by 17:00 eight are done: those of 02, 04, 06, 08 at 10, 11, 12, 13, those of 10 and 12 at 14 and 15, that of 14 at 16, that of 16 at 17.
    /// </summary>
    [Fact]
    public void People_work_in_their_hours_only()
    {
        var report = Trials.OneTask().Run(Trials.Of(1, Trials.Every(2 * Trials.Hour), 1, new FixedValue(Trials.Hour)));

        Assert.Equal(new CaseCounts(11, 8, 3, 11, 8), report.Cases);
        var step = Assert.Single(report.Steps);
        Assert.Equal((11, 8, 3), (step.Entered, step.Done, step.QueueAtEnd));
        Assert.Equal((7 + 6 + 5 + 4 + 3 + 2 + 1 + 0) * Trials.Hour / 8, step.Wait.Mean);
        Assert.Equal(new TeamReport("t", 1, 8, 1, 8, 3), Assert.Single(report.Teams));
    }

    [Fact]
    public void What_is_begun_before_closing_is_gone_on_with_on_the_next_working_day()
    {
        var report = Trials.OneTask().Run(Trials.Of(5, Trials.Every(16 * Trials.Hour), 1, new FixedValue(3 * Trials.Hour)) with { Cases = 1 });

        Assert.Equal(19 * Trials.Hour, report.ToClose.Max);
    }

    /// <summary>A case a day at 01:00. The work begins at 9:00 and takes one hour, so each closes at 10:00, nine hours after: past the promise of six.</summary>
    [Fact]
    public void A_clock_that_ends_before_the_office_opens_is_breached_each_time()
    {
        var report = Trials.OneTask(SixHours).Run(Trials.Of(5, Trials.Every(25 * Trials.Hour), 1, new FixedValue(Trials.Hour)) with { Cases = 3 });

        Assert.Equal([new ClockReport("promise", new LocalText("Promise"), 3, 0, 3, 0, 1)], report.Clocks.AsEnumerable());
    }

    /// <summary>Cases at 25 h, 29 h, 33 h … from midnight: 01:00, 05:00, 09:00, 13:00, 17:00, 21:00 on Tuesday. Work of one hour.</summary>
    [Fact]
    public void The_breach_rate_counts_clocks_that_were_kept_or_breached()
    {
        var every = Trials.Every(4 * Trials.Hour);
        var report = Trials.OneTask(SixHours).Run(Trials.Of(2, every, 1, new FixedValue(Trials.Hour)));

        // Monday 4, 8, 12, 16, 20; Tuesday 0, 4, 8, 12, 16, 20. Done on Monday at 10 (due 10), 11 (14), 13 (18), 17 (22); those of 20, 0, 4 are due at 2, 6, 10
        // and done on Tuesday at 10, 11, 12; of 8 (due 14) at 13, of 12 (18) at 14, of 16 (22) at 17; that of 20 runs until two on Wednesday.
        Assert.Equal([new ClockReport("promise", new LocalText("Promise"), 11, 7, 3, 1, 0.3)], report.Clocks.AsEnumerable());
    }

    [Fact]
    public void Decisions_are_made_on_what_was_entered()
    {
        var flow = Given.Package(
            Given.Files("""
                <startEvent id="start"/>
                <userTask id="ask"><extensionElements><caseflow:assignment team="t"/><caseflow:form key="ask"/></extensionElements></userTask>
                <exclusiveGateway id="way" default="no"/>
                <endEvent id="yes-end"/>
                <endEvent id="no-end"/>
                <sequenceFlow sourceRef="start" targetRef="ask"/>
                <sequenceFlow sourceRef="ask" targetRef="way"/>
                <sequenceFlow id="yes" sourceRef="way" targetRef="yes-end"><conditionExpression xsi:type="tFormalExpression">=answer = "yes" and number &gt;= 3</conditionExpression></sequenceFlow>
                <sequenceFlow id="no" sourceRef="way" targetRef="no-end"/>
                """),
            ("ask.form.json", """
                { "type": "default", "schemaVersion": 18, "components": [
                  { "type": "radio", "key": "answer", "label": "A", "validate": { "required": true }, "values": [{ "value": "yes", "label": "Y" }, { "value": "no", "label": "N" }] },
                  { "type": "number", "key": "number", "label": "N", "validate": { "required": true, "min": 1, "max": 4 }, "conditional": { "hide": "=answer = \"no\"" } }
                ] }
                """));
        var values = ImmutableSortedDictionary<string, FieldPlan>.Empty.Add("answer", new FieldPlan([new("yes", 3), new("no", 1)]));
        var scenario = Trials.Of(50, ArrivalPlan.Daily(40), 10, new FixedValue(60)) with { Steps = ImmutableSortedDictionary<string, StepPlan>.Empty.Add("ask", new StepPlan { Values = values }) };

        var report = flow.RunAlwaysOpen(scenario);

        Assert.Empty(report.Refused);
        Assert.Equal(report.Cases.Arrived, report.Cases.Closed + report.Cases.Open);
        Assert.InRange(report.Cases.Closed, 1_850, 2_150);
    }

    [Fact]
    public void A_person_who_is_excluded_leaves_the_task_to_another()
    {
        var flow = Given.Package(Given.Files("""
            <startEvent id="start"/>
            <userTask id="one"><extensionElements><caseflow:assignment team="t"/></extensionElements></userTask>
            <userTask id="two"><extensionElements><caseflow:assignment team="t" not="one"/></extensionElements></userTask>
            <endEvent id="end"/>
            <sequenceFlow sourceRef="start" targetRef="one"/>
            <sequenceFlow sourceRef="one" targetRef="two"/>
            <sequenceFlow sourceRef="two" targetRef="end"/>
            """));

        var two = flow.RunAlwaysOpen(Trials.Of(2, Trials.Every(Trials.Hour), 2, new FixedValue(60)) with { Cases = 10 });
        var one = flow.RunAlwaysOpen(Trials.Of(2, Trials.Every(Trials.Hour), 1, new FixedValue(60)) with { Cases = 10 });

        Assert.Equal((10, 0), (two.Cases.Closed, two.Refused.Length));
        Assert.Equal((0, 10), (one.Cases.Closed, one.Teams[0].Waiting));
    }

    [Fact]
    public void A_timer_takes_a_task_away_that_nobody_began()
    {
        var flow = Given.Package(Given.Files("""
            <startEvent id="start"/>
            <userTask id="work"><extensionElements><caseflow:assignment team="t"/></extensionElements></userTask>
            <boundaryEvent id="late" attachedToRef="work"><timerEventDefinition><timeDuration xsi:type="tFormalExpression">PT3H</timeDuration></timerEventDefinition></boundaryEvent>
            <endEvent id="end"/><endEvent id="gone"/>
            <sequenceFlow sourceRef="start" targetRef="work"/>
            <sequenceFlow sourceRef="work" targetRef="end"/>
            <sequenceFlow sourceRef="late" targetRef="gone"/>
            """));

        var report = flow.Run(Trials.Of(1, Trials.Every(4 * Trials.Hour), 1, new FixedValue(Trials.Hour)));

        var step = Assert.Single(report.Steps);
        Assert.Equal((5, 3, 0), (step.Entered, step.Done, step.QueueAtEnd));
        Assert.Equal((5, 0), (report.Cases.Closed, report.Cases.Open));
    }

    [Fact]
    public void An_activity_that_fails_is_tried_again_and_in_the_end_an_incident()
    {
        var flow = Given.Package(Given.Files("""
            <startEvent id="start"/>
            <serviceTask id="send"><extensionElements><caseflow:activity type="x" retries="2" backoff="PT1H"/></extensionElements></serviceTask>
            <endEvent id="end"/>
            <sequenceFlow sourceRef="start" targetRef="send"/>
            <sequenceFlow sourceRef="send" targetRef="end"/>
            """));
        var scenario = Trials.Of(2, Trials.Every(Trials.Hour), 1, new FixedValue(0)) with { Cases = 1, Steps = ImmutableSortedDictionary<string, StepPlan>.Empty.Add("send", new StepPlan { Fails = 1 }) };

        var report = flow.RunAlwaysOpen(scenario);

        Assert.Equal([new FaultReport("send", "job-failed", 1)], report.Incidents.AsEnumerable());
        Assert.Equal([new ReplyReport("activity", "send", null, 2, 0)], report.Replies.AsEnumerable());
    }

    [Fact]
    public void Days_of_warm_up_are_simulated_and_not_counted()
    {
        var scenario = Trials.Of(10, Trials.Every(24 * Trials.Hour - 1), 1, new FixedValue(60));

        var report = Trials.OneTask().RunAlwaysOpen(scenario with { WarmUpDays = 4 });

        // The fourth case comes four seconds before counting begins and is closed within; ten seconds of the tenth's work are left on the last day.
        Assert.Equal(new CaseCounts(6, 6, 1, 1, 1), report.Cases);
        Assert.Equal((56 + 5 * 60 + 10) / (6 * 86_400.0), report.Busiest!.Utilisation!.Value, 9);
    }

    [Fact]
    public void Cases_that_are_closed_are_not_kept()
    {
        var flow = Trials.OneTask(SixHours);

        var (run, closed) = Closed(flow, Trials.Of(4, Trials.Every(60), 2, new FixedValue(60)));

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.Equal(5_759, closed.Count);
        Assert.InRange(closed.Count(state => state.TryGetTarget(out _)), 0, 5);
        Assert.InRange(run.Planned, 0, 1_000);
        GC.KeepAlive(run);
    }

    /// <summary>In a method of its own, so that no local of the test holds a case.</summary>
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static (SimulationRun Run, List<WeakReference<CaseState>> Closed) Closed(FlowPackage flow, Scenario scenario)
    {
        var closed = new List<WeakReference<CaseState>>();
        var run = new SimulationRun(new SimulationModel(flow, new OpenWorld(flow), scenario), 1, (_, step, _) =>
        {
            if (step.State.Status != CaseStatus.Active) closed.Add(new WeakReference<CaseState>(step.State));
        });
        run.Run();
        return (run, closed);
    }

    private static string Told(SimulationReport report) => System.Text.Json.JsonSerializer.Serialize(report);

    [Fact]
    public void A_loop_that_takes_no_time_is_told_instead_of_going_on_for_ever()
    {
        var flow = Given.Package(Given.Files("""
            <startEvent id="start"/><sequenceFlow sourceRef="start" targetRef="merge"/>
            <exclusiveGateway id="merge"/><sequenceFlow sourceRef="merge" targetRef="work"/>
            <serviceTask id="work"><extensionElements><caseflow:activity type="x"/></extensionElements></serviceTask>
            <sequenceFlow sourceRef="work" targetRef="again"/>
            <exclusiveGateway id="again" default="back"/><sequenceFlow id="back" sourceRef="again" targetRef="merge"/>
            <sequenceFlow id="on" sourceRef="again" targetRef="end"><conditionExpression>channel = "never"</conditionExpression></sequenceFlow>
            <endEvent id="end"/>
            """));
        var problem = Assert.Throws<FormatException>(() => flow.Run(Trials.Of(1, Trials.Every(Trials.Hour), 1, new FixedValue(0))));
        Assert.StartsWith("Expected time to go on, but more than 100000 things happen at 2026-01-0", problem.Message, StringComparison.Ordinal);
    }
}
