namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class LinkEventsTests
{
    [Fact]
    public void Go_on_at_the_catch_event_of_the_same_name() => Given.Process("""
        <startEvent id="start" />
        <intermediateThrowEvent id="out"><linkEventDefinition name="A" /></intermediateThrowEvent>
        <intermediateCatchEvent id="in"><linkEventDefinition name="A" /></intermediateCatchEvent>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="out" />
        <sequenceFlow sourceRef="in" targetRef="end" />
        """)
        .Started()
        .Then(
            "case started p", "+ start", "- start", "> start->out", "+ out", "- out", "+ in", "- in", "> in->end", "+ end", "- end",
            "case completed");
}
