namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class CompensationTests
{
    [Fact]
    public void Undoes_completed_activities_the_latest_first() => Given.Process("""
        <startEvent id="start" />
        <userTask id="book" />
        <userTask id="pay" />
        <boundaryEvent id="cb" attachedToRef="book"><compensateEventDefinition /></boundaryEvent>
        <boundaryEvent id="cp" attachedToRef="pay"><compensateEventDefinition /></boundaryEvent>
        <userTask id="unbook" isForCompensation="true" />
        <userTask id="refund" isForCompensation="true" />
        <association id="a1" sourceRef="cb" targetRef="unbook" /><association id="a2" sourceRef="cp" targetRef="refund" />
        <intermediateThrowEvent id="undo"><compensateEventDefinition /></intermediateThrowEvent>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="book" />
        <sequenceFlow sourceRef="book" targetRef="pay" />
        <sequenceFlow sourceRef="pay" targetRef="undo" />
        <sequenceFlow sourceRef="undo" targetRef="end" />
        """)
        .Started()
        .Complete("book")
        .Complete("pay")
        .Then(
            "case started p", "+ start", "- start", "> start->book", "+ book", "task book", "task book done by wang", "can undo book",
            "- book", "> book->pay", "+ pay", "task pay", "task pay done by wang", "can undo pay", "- pay", "> pay->undo", "+ undo",
            "undo pay", "+ refund", "task refund")
        .Complete("refund")
        .Complete("unbook")
        .Then(
            "task refund done by wang", "- refund", "undo book", "+ unbook", "task unbook", "task unbook done by wang", "- unbook",
            "- undo", "> undo->end", "+ end", "- end", "case completed");

    [Fact]
    public void Goes_on_at_once_when_there_is_nothing_to_undo() => Given.Process("""
        <startEvent id="start" />
        <endEvent id="undo"><compensateEventDefinition /></endEvent>
        <sequenceFlow sourceRef="start" targetRef="undo" />
        """)
        .Started()
        .ThenCompleted("start", "undo");

    private const string TwoTasks = """
        <startEvent id="begin" /><parallelGateway id="fork" /><parallelGateway id="join" /><endEvent id="done" />
        <sequenceFlow sourceRef="begin" targetRef="fork" /><sequenceFlow sourceRef="fork" targetRef="a" /><sequenceFlow sourceRef="fork" targetRef="b" />
        <sequenceFlow sourceRef="a" targetRef="join" /><sequenceFlow sourceRef="b" targetRef="join" /><sequenceFlow sourceRef="join" targetRef="done" />
        <userTask id="a" /><boundaryEvent id="ca" attachedToRef="a"><compensateEventDefinition /></boundaryEvent><task id="ua" isForCompensation="true" /><association sourceRef="ca" targetRef="ua" />
        <userTask id="b" /><boundaryEvent id="cb" attachedToRef="b"><compensateEventDefinition /></boundaryEvent><task id="ub" isForCompensation="true" /><association sourceRef="cb" targetRef="ub" />
        """;

    [Fact]
    public void Undoes_what_completed_last_first_whatever_began_first() => Given.Process($"""
        <startEvent id="start" /><subProcess id="sub">{TwoTasks}</subProcess>
        <endEvent id="undo"><compensateEventDefinition activityRef="sub" /></endEvent>
        <sequenceFlow sourceRef="start" targetRef="sub" /><sequenceFlow sourceRef="sub" targetRef="undo" />
        """)
        .Started()
        .Complete("b")
        .Complete("a")
        .ThenCompleted("start", "begin", "fork", "b", "a", "join", "done", "sub", "ua", "ub", "undo");

    [Fact]
    public void A_subprocess_with_a_handler_of_its_own_is_undone_by_that_alone() => Given.Process($"""
        <startEvent id="start" /><subProcess id="sub">{TwoTasks}</subProcess>
        <boundaryEvent id="cs" attachedToRef="sub"><compensateEventDefinition /></boundaryEvent><task id="us" isForCompensation="true" /><association sourceRef="cs" targetRef="us" />
        <endEvent id="undo"><compensateEventDefinition /></endEvent>
        <sequenceFlow sourceRef="start" targetRef="sub" /><sequenceFlow sourceRef="sub" targetRef="undo" />
        """)
        .Started()
        .Complete("a")
        .Complete("b")
        .ThenCompleted("start", "begin", "fork", "a", "b", "join", "done", "sub", "us", "undo");

    [Fact]
    public void Each_instance_of_a_repeated_activity_is_undone_with_its_own_variables() => Given.Process("""
        <startEvent id="start" />
        <task id="book"><extensionElements><caseflow:collection input="=[1, 2, 3]" element="room" /></extensionElements><multiInstanceLoopCharacteristics isSequential="true" /></task>
        <boundaryEvent id="cb" attachedToRef="book"><compensateEventDefinition /></boundaryEvent>
        <scriptTask id="unbook" isForCompensation="true" scriptFormat="feel"><script>{ undone: append(if undone = null then [] else undone, room) }</script></scriptTask>
        <association sourceRef="cb" targetRef="unbook" />
        <endEvent id="undo"><compensateEventDefinition /></endEvent>
        <sequenceFlow sourceRef="start" targetRef="book" /><sequenceFlow sourceRef="book" targetRef="undo" />
        """)
        .Started()
        .ThenCompleted("start", "book", "book", "book", "book", "unbook", "unbook", "unbook", "undo")
        .ThenVariable("undone", new object?[] { 3, 2, 1 });
}
