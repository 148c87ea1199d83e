using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class EventSubprocessTests
{
    [Fact]
    public void An_interrupting_one_ends_all_else_in_its_scope() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work" />
        <endEvent id="end" />
        <subProcess id="withdraw" triggeredByEvent="true">
        <startEvent id="asked"><messageEventDefinition messageRef="m" /></startEvent>
        <userTask id="confirm" />
        <endEvent id="gone" />
        <sequenceFlow sourceRef="asked" targetRef="confirm" />
        <sequenceFlow sourceRef="confirm" targetRef="gone" />
        </subProcess>
        <sequenceFlow sourceRef="start" targetRef="work" />
        <sequenceFlow sourceRef="work" targetRef="end" />
        """,
        """
        <message id="m" name="withdraw" />
        """)
        .Started()
        .Then("case started p", "waits for message withdraw at asked", "+ start", "- start", "> start->work", "+ work", "task work")
        .Message("asked", ("reason", "moved"))
        .Then(
            "message withdraw at asked", "wait at asked withdrawn", "task work withdrawn", "x work (interrupted by asked)",
            "+ withdraw", "+ asked", "set reason=moved", "- asked", "> asked->confirm", "+ confirm", "task confirm")
        .Complete("confirm")
        .Then("task confirm done by wang", "- confirm", "> confirm->gone", "+ gone", "- gone", "- withdraw", "case completed");

    [Fact]
    public void One_that_does_not_interrupt_can_run_many_times() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work" />
        <endEvent id="end" />
        <subProcess id="more" triggeredByEvent="true">
        <startEvent id="said" isInterrupting="false"><messageEventDefinition messageRef="m" /></startEvent>
        <userTask id="read" />
        <sequenceFlow sourceRef="said" targetRef="read" />
        </subProcess>
        <sequenceFlow sourceRef="start" targetRef="work" />
        <sequenceFlow sourceRef="work" targetRef="end" />
        """,
        """
        <message id="m" name="more" />
        """)
        .Started()
        .Message("said")
        .Message("said")
        .ThenLive("more", "more", "read", "read", "work")
        .Complete("work")
        .ThenStatus(CaseStatus.Active)
        .Complete("read")
        .Complete("read")
        .ThenStatus(CaseStatus.Completed);

    [Fact]
    public void Drops_tokens_that_wait_at_a_join_when_it_interrupts() => Given.Process("""
        <startEvent id="start" />
        <parallelGateway id="fork" /><parallelGateway id="join" />
        <userTask id="a" />
        <userTask id="b" />
        <endEvent id="end" />
        <subProcess id="stop" triggeredByEvent="true">
        <startEvent id="asked"><messageEventDefinition messageRef="m" /></startEvent>
        <userTask id="c" />
        <sequenceFlow sourceRef="asked" targetRef="c" />
        </subProcess>
        <sequenceFlow sourceRef="start" targetRef="fork" />
        <sequenceFlow sourceRef="fork" targetRef="a" />
        <sequenceFlow sourceRef="fork" targetRef="b" />
        <sequenceFlow sourceRef="a" targetRef="join" />
        <sequenceFlow sourceRef="b" targetRef="join" />
        <sequenceFlow sourceRef="join" targetRef="end" />
        """,
        """
        <message id="m" name="stop" />
        """)
        .Started()
        .Complete("a")
        .Message("asked")
        .Complete("c")
        .ThenStatus(CaseStatus.Completed);

    [Fact]
    public void A_cycle_fires_again_and_again() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work" />
        <subProcess id="nag" triggeredByEvent="true">
        <startEvent id="tick" isInterrupting="false"><timerEventDefinition><timeCycle>R/P1D</timeCycle></timerEventDefinition></startEvent>
        <endEvent id="told" />
        <sequenceFlow sourceRef="tick" targetRef="told" />
        </subProcess>
        <sequenceFlow sourceRef="start" targetRef="work" />
        """)
        .Started()
        .After("P3D")
        .ThenCompleted("start", "tick", "told", "nag", "tick", "told", "nag", "tick", "told", "nag");

    [Fact]
    public void Catches_the_error_of_its_scope_with_its_code() => Given.Process("""
        <startEvent id="start" />
        <subProcess id="sub">
        <startEvent id="s" />
        <endEvent id="fail"><errorEventDefinition errorRef="err" /></endEvent>
        <sequenceFlow sourceRef="s" targetRef="fail" />
        <subProcess id="handle" triggeredByEvent="true">
        <startEvent id="caught"><extensionElements><caseflow:output source="=errorCode" target="why" /></extensionElements><errorEventDefinition /></startEvent>
        <userTask id="repair" />
        <sequenceFlow sourceRef="caught" targetRef="repair" />
        </subProcess>
        </subProcess>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="sub" />
        <sequenceFlow sourceRef="sub" targetRef="end" />
        """,
        """
        <error id="err" errorCode="E1" />
        """)
        .Started()
        .Then(
            "case started p", "+ start", "- start", "> start->sub", "+ sub", "+ s", "- s", "> s->fail", "+ fail",
            "x fail (interrupted by caught)", "+ handle", "+ caught", "set errorCode=E1 errorMessage=null in 6", "set why=E1",
            "- caught", "> caught->repair", "+ repair", "task repair")
        .Complete("repair")
        .ThenVariable("why", "E1")
        .ThenStatus(CaseStatus.Completed);

    [Fact]
    public void What_its_handler_throws_goes_to_the_scope_outside() => Given.Process("""
        <startEvent id="start" />
        <subProcess id="sub">
        <startEvent id="s" />
        <endEvent id="fail"><errorEventDefinition errorRef="err" /></endEvent>
        <sequenceFlow sourceRef="s" targetRef="fail" />
        <subProcess id="handle" triggeredByEvent="true">
        <startEvent id="caught"><errorEventDefinition /></startEvent>
        <endEvent id="again"><errorEventDefinition errorRef="err" /></endEvent>
        <sequenceFlow sourceRef="caught" targetRef="again" />
        </subProcess>
        </subProcess>
        <boundaryEvent id="outside" attachedToRef="sub"><errorEventDefinition /></boundaryEvent>
        <userTask id="repair" />
        <sequenceFlow sourceRef="start" targetRef="sub" />
        <sequenceFlow sourceRef="outside" targetRef="repair" />
        """,
        """
        <error id="err" errorCode="E1" />
        """)
        .Started()
        .Then(
            "case started p", "+ start", "- start", "> start->sub", "+ sub", "+ s", "- s", "> s->fail", "+ fail",
            "x fail (interrupted by caught)", "+ handle", "+ caught", "- caught", "> caught->again", "+ again",
            "x again (interrupted by outside)", "x handle (interrupted by outside)", "x sub (interrupted by outside)", "+ outside",
            "- outside", "> outside->repair", "+ repair", "task repair");
}
