using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Execution;

/// <summary>What a called process throws, and how it ends, as its caller sees it.</summary>
public sealed class CallTests
{
    private const string Root = """
        <error id="e1" errorCode="one" /><error id="e2" errorCode="two" /><escalation id="x" escalationCode="x" />
        """;

    private static readonly string Caller = """
        <startEvent id="s" /><callActivity id="call" calledElement="q" /><endEvent id="e" /><userTask id="named" /><userTask id="any" />
        <boundaryEvent id="b1" attachedToRef="call"><errorEventDefinition errorRef="e1" /></boundaryEvent><boundaryEvent id="b2" attachedToRef="call"><errorEventDefinition /></boundaryEvent>
        """ + Given.Flows("s>call call>e b1>named b2>any");

    [Theory]
    [InlineData("e1", "b1", "named")]
    [InlineData("e2", "b2", "any")]
    public void An_error_leaves_the_called_process_for_the_boundary_event_that_fits_best(string error, string boundary, string task) => Given.Process(
        Caller, $"""{Root}<process id="q" isExecutable="true"><startEvent id="qs" /><endEvent id="qe"><errorEventDefinition errorRef="{error}" /></endEvent>{Given.Flows("qs>qe")}</process>""")
        .Started()
        .ThenCompleted("s", "qs", boundary)
        .ThenLive(task);

    [Fact]
    public void An_event_subprocess_of_the_called_process_goes_before_its_caller() => Given.Process(
        Caller, $"""
        {Root}<process id="q" isExecutable="true"><startEvent id="qs" /><endEvent id="qe"><errorEventDefinition errorRef="e1" /></endEvent>{Given.Flows("qs>qe")}
          <subProcess id="catch" triggeredByEvent="true"><startEvent id="caught"><errorEventDefinition /></startEvent><endEvent id="done" />{Given.Flows("caught>done")}</subProcess></process>
        """)
        .Started()
        .ThenCompleted("s", "qs", "caught", "done", "catch", "call", "e")
        .ThenStatus(CaseStatus.Completed);

    [Fact]
    public void What_an_event_subprocess_throws_leaves_its_scope() => Given.Process(
        """<startEvent id="s" /><subProcess id="sub"><startEvent id="b" /><serviceTask id="job" />""" + Given.Flows("b>job") + """
          <subProcess id="catch" triggeredByEvent="true"><startEvent id="caught"><errorEventDefinition /></startEvent><endEvent id="again"><errorEventDefinition errorRef="e2" /></endEvent>
        """ + Given.Flows("caught>again") + """
          </subProcess></subProcess><boundaryEvent id="outside" attachedToRef="sub"><errorEventDefinition errorRef="e2" /></boundaryEvent><userTask id="mend" />
        """ + Given.Flows("s>sub outside>mend"), Root)
        .Started()
        .FailJob("job", "no", "one")
        .ThenCompleted("s", "b", "caught", "outside")
        .ThenLive("mend");

    [Fact]
    public void An_escalation_leaves_the_called_process_which_goes_on_beside() => Given.Process(
        """
        <startEvent id="s" /><callActivity id="call" calledElement="q" /><endEvent id="e" /><userTask id="told" />
        <boundaryEvent id="b" attachedToRef="call" cancelActivity="false"><escalationEventDefinition escalationRef="x" /></boundaryEvent>
        """ + Given.Flows("s>call call>e b>told"), $"""
        {Root}<process id="q" isExecutable="true"><startEvent id="qs" /><intermediateThrowEvent id="throw"><escalationEventDefinition escalationRef="x" /></intermediateThrowEvent><userTask id="work" />
          <endEvent id="qe"><escalationEventDefinition escalationRef="x" /></endEvent>{Given.Flows("qs>throw throw>work work>qe")}</process>
        """)
        .Started()
        .ThenCompleted("s", "qs", "b", "throw")
        .ThenLive("call", "told", "work")
        .Complete("work")
        .ThenCompleted("work", "b", "qe", "call", "e")
        .ThenLive("told", "told");

    [Fact]
    public void An_escalation_that_interrupts_ends_the_called_process_and_its_thrower() => Given.Process(
        """
        <startEvent id="s" /><callActivity id="call" calledElement="q" /><userTask id="told" />
        <boundaryEvent id="b" attachedToRef="call"><escalationEventDefinition /></boundaryEvent>
        """ + Given.Flows("s>call b>told"), $"""
        {Root}<process id="q" isExecutable="true"><startEvent id="qs" /><parallelGateway id="f" /><userTask id="beside" /><intermediateThrowEvent id="throw"><escalationEventDefinition escalationRef="x" /></intermediateThrowEvent>
          <userTask id="never" />{Given.Flows("qs>f f>beside f>throw throw>never")}</process>
        """)
        .Started()
        .ThenCompleted("s", "qs", "f", "b")
        .ThenLive("told");

    [Fact]
    public void Terminate_ends_the_called_process_and_the_caller_goes_on() => Given.Process(
        """<startEvent id="s" /><callActivity id="call" calledElement="q" /><userTask id="after" />""" + Given.Flows("s>call call>after"), $"""
        <process id="q" isExecutable="true"><startEvent id="qs" /><parallelGateway id="f" /><userTask id="beside" /><endEvent id="stop"><terminateEventDefinition /></endEvent>{Given.Flows("qs>f f>beside f>stop")}</process>
        """)
        .Started()
        .ThenCompleted("s", "qs", "f", "stop", "call")
        .ThenLive("after");

    [Fact]
    public void The_business_key_of_the_case_is_seen_by_what_it_calls()
    {
        var test = Given.Process(
            """<startEvent id="s" /><callActivity id="call" calledElement="q" /><userTask id="after" />""" + Given.Flows("s>call call>after"), $"""
            <process id="q" isExecutable="true"><startEvent id="qs" /><scriptTask id="read" scriptFormat="feel"><script>{"{ seen: businessKey }"}</script></scriptTask>{Given.Flows("qs>read")}</process>
            """);
        test.When(test.Start([]) with { BusinessKey = "K-7" }).ThenVariable("seen", "K-7");
    }

    [Fact]
    public void Called_side_by_side_each_gives_its_answer_at_its_own_place() => Given.Process(
        """
        <startEvent id="s" /><callActivity id="call" calledElement="q"><extensionElements><caseflow:collection input="=items" element="item" output="answers" outputElement="=answer" /></extensionElements><multiInstanceLoopCharacteristics /></callActivity>
        <endEvent id="e" />
        """ + Given.Flows("s>call call>e"), $"""<process id="q" isExecutable="true"><startEvent id="qs" /><serviceTask id="job" />{Given.Flows("qs>job")}</process>""")
        .Started(("items", new object?[] { 1, 2, 3 }))
        .CompleteLastJob(("answer", "c"))
        .CompleteLastJob(("answer", "b"))
        .CompleteLastJob(("answer", "a"))
        .ThenVariable("answers", new object?[] { "a", "b", "c" })
        .ThenVariable("answer", null);
}
