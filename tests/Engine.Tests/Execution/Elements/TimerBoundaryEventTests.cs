using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class TimerBoundaryEventTests
{
    [Fact]
    public void Interrupts_when_nothing_else_is_said() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work" />
        <userTask id="escalated" />
        <endEvent id="end" />
        <boundaryEvent id="late" attachedToRef="work"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>
        <sequenceFlow sourceRef="start" targetRef="work" />
        <sequenceFlow sourceRef="work" targetRef="end" />
        <sequenceFlow sourceRef="late" targetRef="escalated" />
        """)
        .Started()
        .Then("case started p", "+ start", "- start", "> start->work", "+ work", "timer late at 01-05 10:00", "task work")
        .After("PT1H")
        .Then(
            "timer late fired", "task work withdrawn", "x work (interrupted by late)", "+ late", "- late", "> late->escalated",
            "+ escalated", "task escalated");

    [Fact]
    public void Runs_beside_its_task_when_it_does_not_interrupt() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work" />
        <userTask id="remind" />
        <endEvent id="end" />
        <boundaryEvent id="late" attachedToRef="work" cancelActivity="false"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>
        <sequenceFlow sourceRef="start" targetRef="work" />
        <sequenceFlow sourceRef="work" targetRef="end" />
        <sequenceFlow sourceRef="late" targetRef="remind" />
        """)
        .Started()
        .After("PT1H")
        .ThenLive("remind", "work")
        .Complete("work")
        .ThenLive("remind")
        .Complete("remind")
        .ThenStatus(CaseStatus.Completed);

    [Fact]
    public void Is_withdrawn_with_its_task() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work" />
        <userTask id="remind" />
        <endEvent id="end" />
        <boundaryEvent id="late" attachedToRef="work"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>
        <sequenceFlow sourceRef="start" targetRef="work" />
        <sequenceFlow sourceRef="work" targetRef="end" />
        <sequenceFlow sourceRef="late" targetRef="remind" />
        """)
        .Started()
        .Complete("work")
        .Then(
            "case started p", "+ start", "- start", "> start->work", "+ work", "timer late at 01-05 10:00", "task work",
            "task work done by wang", "timer late withdrawn", "- work", "> work->end", "+ end", "- end", "case completed");

    [Fact]
    public void Repeats_a_cycle_as_often_as_it_says() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work" />
        <manualTask id="remind" />
        <boundaryEvent id="cycle" attachedToRef="work" cancelActivity="false"><timerEventDefinition><timeCycle>R2/PT30M</timeCycle></timerEventDefinition></boundaryEvent>
        <sequenceFlow sourceRef="start" targetRef="work" />
        <sequenceFlow sourceRef="cycle" targetRef="remind" />
        """)
        .Started()
        .After("PT3H")
        .Then(
            "case started p", "+ start", "- start", "> start->work", "+ work", "timer cycle at 01-05 09:30", "task work",
            "timer cycle fired", "timer cycle at 01-05 10:00", "+ cycle", "- cycle", "> cycle->remind", "+ remind", "task remind",
            "timer cycle fired", "+ cycle", "- cycle", "> cycle->remind", "+ remind", "task remind");

    [Fact]
    public void Counts_working_time() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work" />
        <userTask id="remind" />
        <boundaryEvent id="late" attachedToRef="work"><timerEventDefinition><extensionElements><caseflow:workingTime rule="working-hours" amount="=hours" /></extensionElements></timerEventDefinition></boundaryEvent>
        <sequenceFlow sourceRef="start" targetRef="work" />
        <sequenceFlow sourceRef="late" targetRef="remind" />
        """)
        .Started(("hours", 10))
        .Then(
            "case started p", "set hours=10", "+ start", "- start", "> start->work", "+ work", "timer late at 01-06 11:00",
            "task work");
}
