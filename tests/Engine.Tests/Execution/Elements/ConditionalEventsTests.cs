namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class ConditionalEventsTests
{
    [Fact]
    public void A_catch_event_goes_on_when_its_condition_becomes_true() => Given.Process("""
        <startEvent id="start" />
        <intermediateCatchEvent id="wait"><conditionalEventDefinition><condition>level &gt; 2</condition></conditionalEventDefinition></intermediateCatchEvent>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="wait" />
        <sequenceFlow sourceRef="wait" targetRef="end" />
        """)
        .Started()
        .Then("case started p", "+ start", "- start", "> start->wait", "+ wait", "waits for condition level > 2 at wait")
        .Set(("level", 1))
        .ThenLive("wait")
        .Set(("level", 3))
        .ThenCompleted("wait", "end");

    [Fact]
    public void A_boundary_event_that_does_not_interrupt_fires_at_each_rise() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work" />
        <userTask id="a" />
        <boundaryEvent id="hot" attachedToRef="work" cancelActivity="false"><conditionalEventDefinition><condition>level &gt; 2</condition></conditionalEventDefinition></boundaryEvent>
        <sequenceFlow sourceRef="start" targetRef="work" />
        <sequenceFlow sourceRef="hot" targetRef="a" />
        """)
        .Started()
        .Set(("level", 3))
        .Set(("level", 4))
        .Set(("level", 1))
        .Set(("level", 5))
        .ThenLive("a", "a", "work");

    [Fact]
    public void An_event_subprocess_starts_when_it_becomes_true() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work" />
        <subProcess id="handle" triggeredByEvent="true">
        <startEvent id="hot"><conditionalEventDefinition><condition>level &gt; 2</condition></conditionalEventDefinition></startEvent>
        <userTask id="a" />
        <sequenceFlow sourceRef="hot" targetRef="a" />
        </subProcess>
        <sequenceFlow sourceRef="start" targetRef="work" />
        """)
        .Started()
        .Set(("level", 3))
        .ThenLive("a", "handle");

    private static readonly string TwoStarts = """
        <startEvent id="low"><conditionalEventDefinition><condition>n &lt; 10</condition></conditionalEventDefinition></startEvent>
        <startEvent id="high"><conditionalEventDefinition><condition>n >= 10</condition></conditionalEventDefinition></startEvent>
        <userTask id="a" /><userTask id="b" />
        """ + Given.Flows("low>a high>b");

    [Theory]
    [InlineData(3, "low", "a")]
    [InlineData(30, "high", "b")]
    public void A_process_starts_where_the_condition_holds(int n, string start, string task) =>
        Given.Process(TwoStarts).Started(("n", n)).ThenCompleted(start).ThenLive(task);

    [Fact]
    public void A_process_does_not_start_while_no_condition_holds()
    {
        Given.Process(TwoStarts).Started().ThenRejected("condition-not-met", "Expected the condition of low or high to hold, but it does not.");
        var test = Given.Process(TwoStarts);
        test.When(test.Start([("n", 3)], "high")).ThenRejected("condition-not-met", "Expected the condition of high to hold, but it does not.");
    }

    [Fact]
    public void A_conditional_start_beside_a_plain_one_is_used_only_when_it_is_asked_for()
    {
        var flow = """<startEvent id="plain" /><startEvent id="when"><conditionalEventDefinition><condition>n = 1</condition></conditionalEventDefinition></startEvent><userTask id="a" /><userTask id="b" />""" + Given.Flows("plain>a when>b");
        Given.Process(flow).Started(("n", 1)).ThenLive("a");
        var test = Given.Process(flow);
        test.When(test.Start([("n", 1)], "when")).ThenLive("b");
    }
}
