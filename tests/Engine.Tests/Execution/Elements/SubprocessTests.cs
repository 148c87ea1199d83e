namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class SubprocessTests
{
    [Fact]
    public void Runs_its_own_elements_and_completes_with_the_last() => Given.Process("""
        <startEvent id="start" />
        <subProcess id="sub">
        <startEvent id="s" />
        <userTask id="a" />
        <endEvent id="e" />
        <sequenceFlow sourceRef="s" targetRef="a" />
        <sequenceFlow sourceRef="a" targetRef="e" />
        </subProcess>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="sub" />
        <sequenceFlow sourceRef="sub" targetRef="end" />
        """)
        .Started()
        .Then("case started p", "+ start", "- start", "> start->sub", "+ sub", "+ s", "- s", "> s->a", "+ a", "task a")
        .Complete("a", ("answer", 42))
        .Then(
            "task a done by wang", "set answer=42", "- a", "> a->e", "+ e", "- e", "- sub", "> sub->end", "+ end", "- end",
            "case completed");

    [Fact]
    public void Starts_all_its_free_elements_when_it_has_no_start_event() => Given.Process("""
        <startEvent id="start" />
        <subProcess id="sub">
        <userTask id="a" />
        <userTask id="b" />
        </subProcess>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="sub" />
        <sequenceFlow sourceRef="sub" targetRef="end" />
        """)
        .Started()
        .ThenLive("a", "b", "sub")
        .Complete("a")
        .ThenLive("b", "sub")
        .Complete("b")
        .ThenCompleted("start", "a", "b", "sub", "end");

    [Fact]
    public void An_interrupted_subprocess_ends_with_all_it_holds() => Given.Process("""
        <startEvent id="start" />
        <subProcess id="sub">
        <startEvent id="s" />
        <subProcess id="inner">
        <userTask id="a" />
        </subProcess>
        <sequenceFlow sourceRef="s" targetRef="inner" />
        </subProcess>
        <userTask id="after" />
        <boundaryEvent id="late" attachedToRef="sub"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>
        <sequenceFlow sourceRef="start" targetRef="sub" />
        <sequenceFlow sourceRef="late" targetRef="after" />
        """)
        .Started()
        .ThenLive("a", "inner", "sub")
        .After("P1D")
        .Then(
            "case started p", "+ start", "- start", "> start->sub", "+ sub", "timer late at 01-06 09:00", "+ s", "- s", "> s->inner",
            "+ inner", "+ a", "task a", "timer late fired", "task a withdrawn", "x a (interrupted by late)",
            "x inner (interrupted by late)", "x sub (interrupted by late)", "+ late", "- late", "> late->after", "+ after",
            "task after");

    [Fact]
    public void Keeps_its_data_objects_to_itself() => Given.Process("""
        <startEvent id="start" />
        <subProcess id="sub">
        <dataObject id="d1" name="draft" />
        <startEvent id="s" />
        <userTask id="a" />
        <sequenceFlow sourceRef="s" targetRef="a" />
        </subProcess>
        <userTask id="after" />
        <sequenceFlow sourceRef="start" targetRef="sub" />
        <sequenceFlow sourceRef="sub" targetRef="after" />
        """)
        .Started()
        .Complete("a", ("draft", "x"), ("answer", "y"))
        .Then(
            "case started p", "+ start", "- start", "> start->sub", "+ sub", "set draft=null in 2", "+ s", "- s", "> s->a", "+ a",
            "task a", "task a done by wang", "set answer=y", "set draft=x in 2", "- a", "- sub", "> sub->after", "+ after",
            "task after")
        .ThenVariable("draft", null)
        .ThenVariable("answer", "y");

    [Fact]
    public void Passes_on_what_its_outputs_say() => Given.Process("""
        <startEvent id="start" />
        <subProcess id="sub"><extensionElements><caseflow:input source="=caseNumber" target="number" /><caseflow:output source="=number + &quot;!&quot;" target="seen" /></extensionElements>
        <startEvent id="s" />
        <userTask id="a" />
        <sequenceFlow sourceRef="s" targetRef="a" />
        </subProcess>
        <userTask id="after" />
        <sequenceFlow sourceRef="start" targetRef="sub" />
        <sequenceFlow sourceRef="sub" targetRef="after" />
        """)
        .Started()
        .Complete("a")
        .ThenVariable("seen", "260105-00001!")
        .ThenVariable("number", null);
}
