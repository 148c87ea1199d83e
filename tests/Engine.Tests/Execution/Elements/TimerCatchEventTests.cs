namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class TimerCatchEventTests
{
    [Fact]
    public void Waits_until_its_duration_is_over() => Given.Process("""
        <startEvent id="start" />
        <intermediateCatchEvent id="wait"><timerEventDefinition><timeDuration>=duration("PT" + string(hours) + "H")</timeDuration></timerEventDefinition></intermediateCatchEvent>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="wait" />
        <sequenceFlow sourceRef="wait" targetRef="end" />
        """)
        .Started(("hours", 3))
        .Then("case started p", "set hours=3", "+ start", "- start", "> start->wait", "+ wait", "timer wait at 01-05 12:00")
        .After("PT3H")
        .Then("timer wait fired", "- wait", "> wait->end", "+ end", "- end", "case completed");

    [Fact]
    public void Waits_until_its_date() => Given.Process("""
        <startEvent id="start" />
        <intermediateCatchEvent id="wait"><timerEventDefinition><timeDate>2026-02-01T08:00:00+08:00</timeDate></timerEventDefinition></intermediateCatchEvent>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="wait" />
        <sequenceFlow sourceRef="wait" targetRef="end" />
        """)
        .Started()
        .Then("case started p", "+ start", "- start", "> start->wait", "+ wait", "timer wait at 02-01 08:00");

    [Fact]
    public void Is_not_fired_before_its_time() => Given.Process("""
        <startEvent id="start" />
        <intermediateCatchEvent id="wait"><timerEventDefinition><timeDuration>P40D</timeDuration></timerEventDefinition></intermediateCatchEvent>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="wait" />
        <sequenceFlow sourceRef="wait" targetRef="end" />
        """)
        .Started()
        .When(new CaseFlow.Engine.Commands.FireTimer(Actor.System, 3))
        .ThenRejected("timer-not-due", "Expected timer wait to be due, but it is due at 2026-02-14T09:00:00.0000000+08:00.");
}
