using CaseFlow.Engine.Commands;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class ClockTests
{
    [Fact]
    public void Runs_from_the_receipt_to_the_end_of_the_case() => Given.Process("""
        <extensionElements><caseflow:clock id="answer" name="Answer" rule="working-hours" amount="8" /></extensionElements>
        <startEvent id="start" />
        <userTask id="work" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="work" />
        <sequenceFlow sourceRef="work" targetRef="end" />
        """)
        .Started()
        .Then("case started p", "clock answer due 01-05 17:00", "+ start", "- start", "> start->work", "+ work", "task work")
        .Complete("work")
        .Then("task work done by wang", "- work", "> work->end", "+ end", "- end", "clock answer met", "case completed");

    [Fact]
    public void Starts_and_stops_with_its_elements_and_gives_the_task_its_due_time() => Given.Process("""
        <extensionElements><caseflow:clock id="sign" name="Sign" start="work" stop="work" rule="elapsed-hours" amount="=hours" /></extensionElements>
        <startEvent id="start" />
        <userTask id="work" />
        <userTask id="after" />
        <sequenceFlow sourceRef="start" targetRef="work" />
        <sequenceFlow sourceRef="work" targetRef="after" />
        """)
        .Started(("hours", 2))
        .Then(
            "case started p", "set hours=2", "+ start", "- start", "> start->work", "+ work", "clock sign due 01-05 11:00",
            "task work")
        .ThenDue("work", "01-05 11:00")
        .Complete("work")
        .Then("task work done by wang", "clock sign met", "- work", "> work->after", "+ after", "task after");

    [Fact]
    public void Warns_breaches_and_escalates_in_turn() => Given.Process("""
        <extensionElements><caseflow:clock id="sign" name="Sign" rule="elapsed-hours" amount="10" warnAt="50" /></extensionElements>
        <startEvent id="start" />
        <userTask id="work" />
        <sequenceFlow sourceRef="start" targetRef="work" />
        """)
        .Started()
        .ClocksAfter("P1D")
        .Then(
            "case started p", "clock sign due 01-05 19:00", "+ start", "- start", "> start->work", "+ work", "task work",
            "clock sign warning", "clock sign breach", "clock sign escalation")
        .ThenClock("sign", null, "01-05 19:00")
        .Complete("work")
        .Then("task work done by wang", "- work", "clock sign missed", "case completed");

    [Fact]
    public void A_mark_that_is_not_the_next_is_refused() => Given.Process("""
        <extensionElements><caseflow:clock id="sign" name="Sign" rule="elapsed-hours" amount="10" /></extensionElements>
        <startEvent id="start" />
        <userTask id="work" />
        <sequenceFlow sourceRef="start" targetRef="work" />
        """)
        .Started()
        .When(new MarkClock(Actor.System, 1, ClockMark.Breach))
        .ThenRejected("mark-not-due", "Expected Breach to be the next mark of a running clock, but of clock 1 it is not.");

    [Fact]
    public void Is_paused_and_resumed_with_a_reason() => Given.Process("""
        <extensionElements><caseflow:clock id="answer" name="Answer" stop="work" rule="elapsed-hours" amount="10" /></extensionElements>
        <startEvent id="start" />
        <userTask id="hold"><extensionElements><caseflow:clockCommand clock="answer" command="pause" reason="=why" /></extensionElements></userTask>
        <userTask id="resume"><extensionElements><caseflow:clockCommand clock="answer" command="resume" /></extensionElements></userTask>
        <userTask id="work" />
        <sequenceFlow sourceRef="start" targetRef="hold" />
        <sequenceFlow sourceRef="hold" targetRef="resume" />
        <sequenceFlow sourceRef="resume" targetRef="work" />
        """)
        .Started()
        .Later("PT2H")
        .Complete("hold", ("why", "waits for the owner"))
        .Then(
            "case started p", "clock answer due 01-05 19:00", "+ start", "- start", "> start->hold", "+ hold", "task hold",
            "task hold done by wang", "set why=waits for the owner", "clock answer pause due 01-05 19:00: waits for the owner",
            "- hold", "> hold->resume", "+ resume", "task resume")
        .ClocksAfter("PT24H")
        .Complete("resume")
        .Then("task resume done by wang", "clock answer resume due 01-06 19:00", "- resume", "> resume->work", "+ work", "task work")
        .ThenDue("work", "01-06 19:00");

    [Fact]
    public void Is_extended_and_takes_open_tasks_along() => Given.Process("""
        <extensionElements><caseflow:clock id="answer" name="Answer" stop="work" rule="calendar-days" amount="5" /></extensionElements>
        <startEvent id="start" />
        <parallelGateway id="fork" />
        <userTask id="work" />
        <userTask id="grant"><extensionElements><caseflow:clockCommand clock="answer" command="extend" amount="=days" reason="complex" /></extensionElements></userTask>
        <sequenceFlow sourceRef="start" targetRef="fork" />
        <sequenceFlow sourceRef="fork" targetRef="work" />
        <sequenceFlow sourceRef="fork" targetRef="grant" />
        """)
        .Started()
        .Complete("grant", ("days", 3))
        .Then(
            "case started p", "clock answer due 01-10 09:00", "+ start", "- start", "> start->fork", "+ fork", "- fork",
            "> fork->work", "> fork->grant", "+ work", "task work", "+ grant", "task grant", "task grant done by wang", "set days=3",
            "clock answer extend due 01-13 09:00: complex", "task-due-changed", "- grant")
        .ThenDue("work", "01-13 09:00");

    [Fact]
    public void Entering_again_does_not_renew_a_running_promise() => Given.Process("""
        <extensionElements><caseflow:clock id="sign" name="Sign" start="work" stop="done" rule="elapsed-hours" amount="4" /></extensionElements>
        <startEvent id="start" />
        <exclusiveGateway id="again" />
        <userTask id="work" />
        <exclusiveGateway id="good" default="done1" />
        <userTask id="done" />
        <sequenceFlow sourceRef="start" targetRef="again" />
        <sequenceFlow sourceRef="again" targetRef="work" />
        <sequenceFlow sourceRef="work" targetRef="good" />
        <sequenceFlow sourceRef="good" targetRef="again"><conditionExpression>rework</conditionExpression></sequenceFlow>
        <sequenceFlow id="done1" sourceRef="good" targetRef="done" />
        """)
        .Started()
        .Later("PT1H")
        .Complete("work", ("rework", true))
        .ThenClock("sign", "Warning", "01-05 13:00");

    [Fact]
    public void A_promise_that_was_kept_is_not_renewed_when_another_clock_is_tried_again()
    {
        var test = Given.Process("""
            <extensionElements>
              <caseflow:clock id="sign" name="Sign" rule="elapsed-hours" amount="2" stop="work" />
              <caseflow:clock id="answer" name="Answer" rule="elapsed-hours" amount="=hours" />
            </extensionElements>
            <startEvent id="start" /><userTask id="work" /><userTask id="more" />
            <sequenceFlow sourceRef="start" targetRef="work" /><sequenceFlow sourceRef="work" targetRef="more" />
            """).Started().Complete("work").Set(("hours", 4)).Retry();
        Assert.Equal(["answer"], test.State!.Clocks.Values.Select(clock => clock.ClockId));
    }

    [Fact]
    public void One_that_cannot_be_worked_out_is_an_incident_and_the_case_goes_on() => Given.Process("""
        <extensionElements><caseflow:clock id="sign" name="Sign" rule="elapsed-hours" amount="=hours" /></extensionElements>
        <startEvent id="start" />
        <userTask id="work" />
        <sequenceFlow sourceRef="start" targetRef="work" />
        """)
        .Started()
        .ThenLive("work")
        .ThenIncident("expression", "p", "Expected a number from '=hours' at p, but it is null (hours not set).")
        .Set(("hours", 4))
        .Retry()
        .ThenClock("sign", "Warning", "01-05 13:00");
}
