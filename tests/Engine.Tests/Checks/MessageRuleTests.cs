namespace CaseFlow.Engine.Tests.Checks;

public sealed class MessageRuleTests
{
    private const string Waits = """
        <startEvent id="start" /><intermediateCatchEvent id="wait"><messageEventDefinition messageRef="m" /></intermediateCatchEvent><endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="wait" /><sequenceFlow sourceRef="wait" targetRef="end" />
        """;

    private const string Message = """<message id="m" name="paid" />""";

    [Fact]
    public void Warns_of_a_message_that_nobody_sends() => Assert.Equal(["message-nobody-sends wait"], Warnings(Waits, Message));

    [Fact]
    public void One_with_a_correlation_key_comes_from_outside() => Assert.Empty(Warnings(
        Waits, """<message id="m" name="paid"><extensionElements><caseflow:correlation key="=order" /></extensionElements></message>"""));

    [Fact]
    public void One_with_a_message_flow_comes_from_outside() => Assert.Empty(Warnings(
        Waits, Message + """<collaboration id="c"><participant id="bank" /><participant id="we" processRef="p" /><messageFlow id="f" sourceRef="bank" targetRef="wait" /></collaboration>"""));

    [Fact]
    public void Another_process_of_the_flow_may_send_it() => Assert.Empty(Warnings(
        Waits, Message + """
        <process id="q" isExecutable="true"><startEvent id="begin" /><endEvent id="sent"><messageEventDefinition messageRef="m" /></endEvent><sequenceFlow sourceRef="begin" targetRef="sent" /></process>
        """));

    [Fact]
    public void An_activity_may_send_it() => Assert.Empty(Warnings(
        Waits, Message + """
        <process id="q" isExecutable="true"><startEvent id="begin" /><serviceTask id="tell"><extensionElements>
        <caseflow:activity type="message-linked"><caseflow:setting name="role">need</caseflow:setting><caseflow:setting name="message">paid</caseflow:setting></caseflow:activity>
        </extensionElements></serviceTask><sequenceFlow sourceRef="begin" targetRef="tell" /></process>
        """));

    [Fact]
    public void A_person_sends_a_case_action_and_answers_a_receive_task() => Assert.Empty(Warnings(
        """
        <startEvent id="start" /><receiveTask id="wait" messageRef="m" /><endEvent id="end" /><endEvent id="over" />
        <boundaryEvent id="withdraw" attachedToRef="wait"><extensionElements><caseflow:action label="x" style="withdraw" /></extensionElements><messageEventDefinition messageRef="m" /></boundaryEvent>
        <sequenceFlow sourceRef="start" targetRef="wait" /><sequenceFlow sourceRef="wait" targetRef="end" /><sequenceFlow sourceRef="withdraw" targetRef="over" />
        """,
        Message));

    private static IEnumerable<string> Warnings(string elements, string root) => Given.Read(Given.Files(elements, root)).Problems
        .Where(problem => problem.Rule == "message-nobody-sends").Select(problem => $"{problem.Rule} {problem.ElementId}");
}
