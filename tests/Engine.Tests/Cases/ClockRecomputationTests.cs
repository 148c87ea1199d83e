using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class ClockRecomputationTests
{
    private const string Held = """
        <extensionElements><caseflow:clock id="answer" name="Answer" stop="work" rule="working-days-same-time" amount="2" /></extensionElements>
        <startEvent id="start" />
        <userTask id="hold"><extensionElements><caseflow:clockCommand clock="answer" command="pause" reason="waits" /></extensionElements></userTask>
        <userTask id="resume"><extensionElements><caseflow:clockCommand clock="answer" command="resume" /></extensionElements></userTask>
        <userTask id="more"><extensionElements><caseflow:clockCommand clock="answer" command="extend" amount="1" reason="complex" /></extensionElements></userTask>
        <userTask id="work" />
        <sequenceFlow sourceRef="start" targetRef="hold" />
        <sequenceFlow sourceRef="hold" targetRef="resume" />
        <sequenceFlow sourceRef="resume" targetRef="more" />
        <sequenceFlow sourceRef="more" targetRef="work" />
        """;

    [Fact]
    public void A_new_holiday_puts_off_a_clock_and_the_tasks_that_follow_it()
    {
        var test = Given.Process("""
            <extensionElements><caseflow:clock id="answer" name="Answer" rule="working-days-same-time" amount="2" /><caseflow:clock id="fix" name="Fix" rule="elapsed-hours" amount="100" /></extensionElements>
            <startEvent id="start" /><userTask id="work" /><sequenceFlow sourceRef="start" targetRef="work" />
            """)
            .Started()
            .Then("case started p", "clock answer due 01-07 09:00", "clock fix due 01-09 13:00", "+ start", "- start", "> start->work", "+ work", "task work")
            .Later("PT1H").OfficeClosed(6).Recompute("")
            .Then("clock answer recomputed due 01-08 09:00: holiday", "task-due-changed");
        Assert.Equal(TestCase.Monday.AddDays(2), test.Events.OfType<ClockChanged>().Single().DueBefore);
        test.Recompute("").Then();
    }

    [Fact]
    public void Clocks_of_other_calendars_are_left_alone() => Given.Process("""
        <extensionElements><caseflow:clock id="answer" name="Answer" rule="working-days-same-time" amount="2" calendar="office" /></extensionElements>
        <startEvent id="start" /><userTask id="work" /><sequenceFlow sourceRef="start" targetRef="work" />
        """)
        .Started().OfficeClosed(6).Recompute("", "night").ThenClock("answer", "Warning", "01-07 09:00").Recompute("office").ThenClock("answer", "Warning", "01-08 09:00");

    [Fact]
    public void Every_pause_and_extension_is_counted_again() => Given.Process(Held)
        .Started().Later("PT2H").Complete("hold").Later("P1D").Complete("resume").ThenClock("answer", "Warning", "01-07 17:00")
        .Complete("more").ThenClock("answer", "Warning", "01-08 17:00")
        .Recompute("").ThenClock("answer", "Warning", "01-08 17:00")
        .OfficeClosed(8).Recompute("").ThenClock("answer", "Warning", "01-09 17:00");

    [Fact]
    public void A_paused_clock_stays_paused_and_has_what_was_left_when_it_goes_on()
    {
        var test = Given.Process(Held).Started().Later("PT2H").Complete("hold").OfficeClosed(6).Recompute("");
        var paused = test.State!.Clocks.Values.Single();
        Assert.Equal((TestCase.Monday.AddHours(2), null, TestCase.Monday.AddDays(3)), (paused.PausedAt, paused.NextMarkAt, paused.Due));
        test.Later("P2D").Complete("resume").ThenClock("answer", "Warning", "01-08 17:00");
    }

    [Fact]
    public void Marks_that_were_told_stay_told_and_the_next_has_its_new_time()
    {
        var test = Given.Process("""
            <extensionElements><caseflow:clock id="answer" name="Answer" rule="working-days-same-time" amount="2" warnAt="50" /></extensionElements>
            <startEvent id="start" /><userTask id="work" /><sequenceFlow sourceRef="start" targetRef="work" />
            """).Started().ClocksAfter("PT30H").ThenClock("answer", "Breach", "01-07 09:00");
        test.OfficeClosed(7).Recompute("").ThenClock("answer", "Breach", "01-08 09:00");
        Assert.Equal(TestCase.Monday.AddDays(3), test.State!.Clocks.Values.Single().NextMarkAt);
        Assert.Single(test.Events.OfType<ClockMarked>());
    }

    [Fact]
    public void Follows_the_settings_of_the_flow_version_the_case_is_on_and_keeps_extensions()
    {
        const string Flow = """
            <extensionElements><caseflow:clock id="answer" name="Answer" rule="calendar-days" amount="AMOUNT" /></extensionElements>
            <startEvent id="start" />
            <userTask id="more"><extensionElements><caseflow:clockCommand clock="answer" command="extend" amount="1" reason="complex" /></extensionElements></userTask>
            <userTask id="work" />
            <sequenceFlow sourceRef="start" targetRef="more" /><sequenceFlow sourceRef="more" targetRef="work" />
            """;
        var test = new TestCase(Given.Version(1, Flow.Replace("AMOUNT", "5", StringComparison.Ordinal)), Given.Version(2, Flow.Replace("AMOUNT", "3", StringComparison.Ordinal)));
        test.Started().Complete("more").Migrate(2).ThenClock("answer", "Warning", "01-11 09:00").Recompute().ThenClock("answer", "Warning", "01-09 09:00");
    }

    [Fact]
    public void A_past_of_another_version_of_the_case_is_refused() => Given.Process("""
        <startEvent id="start" /><userTask id="work" /><sequenceFlow sourceRef="start" targetRef="work" />
        """).Started().When(new RecomputeClocks(TestCase.Someone, "holiday", [""], [], 1))
        .ThenRejected("case-moved-on", "Expected the case at version 1, to which its clocks' past belongs, but it is at 6.");
}
