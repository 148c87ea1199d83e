using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Execution;

/// <summary>What ends with an interruption and what stays: in scopes within scopes, and in repeated activities.</summary>
public sealed class InterruptionTests
{
    private const string Root = """<error id="e1" errorCode="one" /><message id="m1" name="m1" /><signal id="s1" name="s1" />""";

    [Fact]
    public void An_error_in_one_instance_ends_all_of_a_repeated_subprocess() => Given.Process(
        """
        <startEvent id="s" /><subProcess id="sub"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics><startEvent id="b" /><serviceTask id="job" />
        """ + Given.Flows("b>job") + """
        </subProcess><boundaryEvent id="caught" attachedToRef="sub"><errorEventDefinition errorRef="e1" /></boundaryEvent><userTask id="mend" />
        """ + Given.Flows("s>sub caught>mend"), Root)
        .Started()
        .CompleteJob("job")
        .FailJob("job", "no", "one")
        .ThenCompleted("s", "b", "b", "b", "job", "sub", "caught")
        .ThenLive("mend");

    [Fact]
    public void Terminate_in_an_instance_ends_that_instance_alone() => Given.Process(
        """
        <startEvent id="s" /><subProcess id="sub"><multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>
          <startEvent id="b" /><parallelGateway id="f" /><userTask id="beside" /><userTask id="stop" /><endEvent id="t"><terminateEventDefinition /></endEvent>
        """ + Given.Flows("b>f f>beside f>stop stop>t") + """</subProcess><userTask id="after" />""" + Given.Flows("s>sub sub>after"))
        .Started()
        .Complete("stop")
        .ThenLive("beside", "stop", "sub", "sub")
        .Complete("stop")
        .ThenCompleted("s", "b", "f", "stop", "t", "sub", "b", "f", "stop", "t", "sub", "sub")
        .ThenLive("after");

    [Fact]
    public void An_interrupting_event_subprocess_ends_those_that_run_beside_and_takes_their_waits() => Given.Process(
        """
        <startEvent id="s" /><subProcess id="sub"><startEvent id="b" /><userTask id="work" /><endEvent id="done" />
        """ + Given.Flows("b>work work>done") + """
          <subProcess id="stop" triggeredByEvent="true"><startEvent id="stopped"><messageEventDefinition messageRef="m1" /></startEvent><userTask id="clear" />
        """ + Given.Flows("stopped>clear") + """
          </subProcess><subProcess id="note" triggeredByEvent="true"><startEvent id="noted" isInterrupting="false"><signalEventDefinition signalRef="s1" /></startEvent><userTask id="write" />
        """ + Given.Flows("noted>write") + """</subProcess></subProcess><userTask id="after" />""" + Given.Flows("s>sub sub>after"), Root)
        .Started()
        .Signal("s1")
        .Signal("s1")
        .ThenLive("note", "note", "sub", "work", "write", "write")
        .Message("stopped", ("why", "enough"))
        .ThenLive("clear", "stop", "sub")
        .Complete("clear")
        .ThenCompleted("s", "b", "noted", "noted", "stopped", "clear", "stop", "sub")
        .ThenVariable("why", "enough")
        .ThenLive("after");

    [Fact]
    public void Timers_of_a_scope_that_was_interrupted_fire_no_more() => Given.Process(
        """
        <startEvent id="s" /><userTask id="work"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></userTask>
        <boundaryEvent id="tick" attachedToRef="work" cancelActivity="false"><timerEventDefinition><timeCycle>R/PT1H</timeCycle></timerEventDefinition></boundaryEvent>
        <subProcess id="late" triggeredByEvent="true"><startEvent id="due"><timerEventDefinition><timeDuration>PT150M</timeDuration></timerEventDefinition></startEvent><userTask id="chase" />
        """ + Given.Flows("due>chase") + "</subProcess>" + Given.Flows("s>work"))
        .Started()
        .After("PT10H")
        .ThenCompleted("s", "tick", "tick", "due")
        .ThenLive("chase", "late");

    [Fact]
    public void A_cycle_in_an_event_subprocess_fires_as_often_as_it_says() => Given.Process(
        """
        <startEvent id="s" /><userTask id="work" />
        <subProcess id="remind" triggeredByEvent="true"><startEvent id="due" isInterrupting="false"><timerEventDefinition><timeCycle>R2/PT1H</timeCycle></timerEventDefinition></startEvent><userTask id="call" />
        """ + Given.Flows("due>call") + "</subProcess>" + Given.Flows("s>work"))
        .Started()
        .After("PT5H")
        .ThenLive("call", "call", "remind", "remind", "work")
        .Complete("work")
        .ThenStatus(CaseStatus.Active)
        .Complete("call")
        .Complete("call")
        .ThenCompleted("s", "due", "due", "work", "call", "remind", "call", "remind")
        .ThenStatus(CaseStatus.Completed);

    [Fact]
    public void A_signal_reaches_the_boundary_event_and_the_event_subprocess_of_one_case() => Given.Process(
        """
        <startEvent id="s" /><userTask id="work" /><boundaryEvent id="b" attachedToRef="work"><signalEventDefinition signalRef="s1" /></boundaryEvent><userTask id="other" />
        <subProcess id="note" triggeredByEvent="true"><startEvent id="noted" isInterrupting="false"><signalEventDefinition signalRef="s1" /></startEvent><task id="write" />
        """ + Given.Flows("noted>write") + "</subProcess>" + Given.Flows("s>work b>other"), Root)
        .Started()
        .Signal("s1", ("heard", true))
        .ThenCompleted("s", "noted", "b", "write", "note")
        .ThenVariable("heard", true)
        .ThenLive("other");

    [Fact]
    public void A_condition_fires_at_each_rise_and_within_the_scope_where_its_variable_was_set() => Given.Process(
        """
        <startEvent id="s" /><userTask id="work" /><boundaryEvent id="b" attachedToRef="work" cancelActivity="false"><conditionalEventDefinition><condition>x > 3</condition></conditionalEventDefinition></boundaryEvent><task id="told" />
        """ + Given.Flows("s>work b>told"))
        .Started(("x", 1))
        .Set(("x", 5))
        .Set(("x", 6))
        .Set(("x", 1))
        .Set(("x", 7))
        .ThenCompleted("s", "b", "told", "b", "told")
        .ThenLive("work");

    [Fact]
    public void A_condition_that_holds_from_the_beginning_fires_at_once() => Given.Process(
        """
        <startEvent id="s" /><userTask id="work" />
        <subProcess id="stop" triggeredByEvent="true"><startEvent id="so"><conditionalEventDefinition><condition>x = 1</condition></conditionalEventDefinition></startEvent><userTask id="other" />
        """ + Given.Flows("so>other") + "</subProcess>" + Given.Flows("s>work"))
        .Started(("x", 1))
        .ThenCompleted("s", "so")
        .ThenLive("other", "stop");
}
