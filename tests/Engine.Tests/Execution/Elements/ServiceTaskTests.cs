using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class ServiceTaskTests
{
    [Fact]
    public void Leaves_its_work_to_an_activity_and_goes_on_with_the_answer() => Given.Process("""
        <startEvent id="start" />
        <serviceTask id="post"><extensionElements><caseflow:activity type="http" retries="2"><caseflow:setting name="url">=address</caseflow:setting><caseflow:setting name="method">POST</caseflow:setting></caseflow:activity><caseflow:result variable="reply" /></extensionElements></serviceTask>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="post" />
        <sequenceFlow sourceRef="post" targetRef="end" />
        """)
        .Started(("address", "https://x"))
        .Then(
            "case started p", "set address=https://x", "+ start", "- start", "> start->post", "+ post",
            "job post http url=https://x method=POST")
        .CompleteJob("post", ("status", 200))
        .Then("job post done", "set reply=status=200", "- post", "> post->end", "+ end", "- end", "case completed");

    [Fact]
    public void Is_tried_again_and_then_shown_to_a_person() => Given.Process("""
        <startEvent id="start" />
        <serviceTask id="post"><extensionElements><caseflow:activity type="http" retries="2" /></extensionElements></serviceTask>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="post" />
        <sequenceFlow sourceRef="post" targetRef="end" />
        """)
        .Started()
        .FailJob("post", "timeout", retries: 1)
        .FailJob("post", "timeout")
        .Then(
            "case started p", "+ start", "- start", "> start->post", "+ post", "job post http ", "job post failed, 1 left",
            "job post failed, 0 left", "incident job-failed at post")
        .ThenIncident("job-failed", "post", "Expected http of post to succeed, but it failed 2 times: timeout")
        .Retry()
        .Then("incident at post retried", "job post http ")
        .CompleteJob("post")
        .ThenStatus(CaseStatus.Completed);

    [Fact]
    public void A_BPMN_error_goes_to_its_boundary_event() => Given.Process("""
        <startEvent id="start" />
        <serviceTask id="post"><extensionElements><caseflow:activity type="http" /></extensionElements></serviceTask>
        <userTask id="call" />
        <boundaryEvent id="refused" attachedToRef="post"><errorEventDefinition errorRef="err" /></boundaryEvent>
        <sequenceFlow sourceRef="start" targetRef="post" />
        <sequenceFlow sourceRef="refused" targetRef="call" />
        """,
        """
        <error id="err" errorCode="E1" /><error id="other" errorCode="E2" />
        """)
        .Started()
        .FailJob("post", "no such address", "E1")
        .Then(
            "case started p", "+ start", "- start", "> start->post", "+ post", "job post http ", "job post failed, 0 left",
            "job post withdrawn", "x post (interrupted by refused)", "+ refused", "- refused", "> refused->call", "+ call",
            "task call");
}
