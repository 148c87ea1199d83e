using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class TerminateEndEventTests
{
    [Fact]
    public void Ends_the_whole_case_from_the_top() => Given.Process("""
        <startEvent id="start" />
        <parallelGateway id="fork" />
        <userTask id="a" />
        <userTask id="b" />
        <endEvent id="stop"><extensionElements><caseflow:close type="gone" /></extensionElements><terminateEventDefinition /></endEvent>
        <sequenceFlow sourceRef="start" targetRef="fork" />
        <sequenceFlow sourceRef="fork" targetRef="a" />
        <sequenceFlow sourceRef="fork" targetRef="b" />
        <sequenceFlow sourceRef="a" targetRef="stop" />
        <extensionElements><caseflow:closure id="gone" name="Gone" /></extensionElements>
        """)
        .Started()
        .Complete("a")
        .Then(
            "case started p", "+ start", "- start", "> start->fork", "+ fork", "- fork", "> fork->a", "> fork->b", "+ a", "task a",
            "+ b", "task b", "task a done by wang", "- a", "> a->stop", "+ stop", "task b withdrawn", "x b (terminated by stop)",
            "closure gone", "- stop", "case terminated as gone");

    [Fact]
    public void Ends_only_its_own_scope() => Given.Process("""
        <startEvent id="start" />
        <parallelGateway id="fork" />
        <userTask id="a" />
        <subProcess id="sub">
        <startEvent id="s" />
        <parallelGateway id="f2" />
        <userTask id="b" />
        <endEvent id="stop"><terminateEventDefinition /></endEvent>
        <sequenceFlow sourceRef="s" targetRef="f2" />
        <sequenceFlow sourceRef="f2" targetRef="b" />
        <sequenceFlow sourceRef="f2" targetRef="stop" />
        </subProcess>
        <userTask id="after" />
        <sequenceFlow sourceRef="start" targetRef="fork" />
        <sequenceFlow sourceRef="fork" targetRef="a" />
        <sequenceFlow sourceRef="fork" targetRef="sub" />
        <sequenceFlow sourceRef="sub" targetRef="after" />
        """)
        .Started()
        .Then(
            "case started p", "+ start", "- start", "> start->fork", "+ fork", "- fork", "> fork->a", "> fork->sub", "+ a", "task a",
            "+ sub", "+ s", "- s", "> s->f2", "+ f2", "- f2", "> f2->b", "> f2->stop", "+ b", "task b", "+ stop", "task b withdrawn",
            "x b (terminated by stop)", "- stop", "- sub", "> sub->after", "+ after", "task after");

    [Fact]
    public void Ends_the_whole_case_where_another_engine_says_so() => Given.Process("""
        <startEvent id="start" /><parallelGateway id="fork" /><userTask id="other" />
        <subProcess id="sub"><startEvent id="begin" /><sequenceFlow sourceRef="begin" targetRef="stop" />
          <endEvent id="stop"><terminateEventDefinition xmlns:flowable="http://flowable.org/bpmn" flowable:terminateAll="true" /></endEvent></subProcess>
        <sequenceFlow sourceRef="start" targetRef="fork" /><sequenceFlow sourceRef="fork" targetRef="other" /><sequenceFlow sourceRef="fork" targetRef="sub" />
        """)
        .Started()
        .ThenCompleted("start", "fork", "begin", "stop")
        .ThenStatus(CaseStatus.Terminated);
}
