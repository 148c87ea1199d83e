using CaseFlow.Engine.Commands;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class MultiInstanceTests
{
    [Fact]
    public void Runs_one_instance_an_item_side_by_side_and_collects_in_order() => Given.Process("""
        <startEvent id="start" />
        <userTask id="ask"><multiInstanceLoopCharacteristics><extensionElements><caseflow:collection input="=units" element="unit" output="answers" outputElement="=answer" /></extensionElements></multiInstanceLoopCharacteristics></userTask>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="ask" />
        <sequenceFlow sourceRef="ask" targetRef="end" />
        """)
        .Started(("units", new[] { "north", "south" }))
        .Then(
            "case started p", "set units=[north,south]", "+ start", "- start", "> start->ask", "+ ask", "loop ask of 2", "+ ask #1",
            "set unit=north in 3", "task ask", "+ ask #2", "set unit=south in 4", "task ask")
        .When(new CompleteTask(TestCase.Someone, 4, TestCase.Values([("answer", "s")])))
        .Then("task ask done by wang", "set answer=s in 4", "instance #2 of ask gives s", "- ask")
        .Complete("ask", ("answer", "n"))
        .Then(
            "task ask done by wang", "set answer=n in 3", "instance #1 of ask gives n", "- ask", "set answers=[n,s]", "- ask",
            "> ask->end", "+ end", "- end", "case completed")
        .ThenVariable("answer", null)
        .ThenVariable("answers", new[] { "n", "s" });

    [Fact]
    public void Runs_one_after_the_other() => Given.Process("""
        <startEvent id="start" />
        <userTask id="ask"><multiInstanceLoopCharacteristics isSequential="true"><extensionElements><caseflow:collection input="=units" element="unit" output="answers" outputElement="=answer" /></extensionElements></multiInstanceLoopCharacteristics></userTask>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="ask" />
        <sequenceFlow sourceRef="ask" targetRef="end" />
        """)
        .Started(("units", new[] { "north", "south" }))
        .Then(
            "case started p", "set units=[north,south]", "+ start", "- start", "> start->ask", "+ ask", "loop ask of 2", "+ ask #1",
            "set unit=north in 3", "task ask")
        .Complete("ask", ("answer", 1))
        .Then(
            "task ask done by wang", "set answer=1 in 3", "instance #1 of ask gives 1", "- ask", "+ ask #2", "set unit=south in 4",
            "task ask")
        .Complete("ask", ("answer", 2))
        .ThenVariable("answers", new object?[] { 1, 2 });

    [Fact]
    public void Ends_the_others_when_its_completion_condition_holds() => Given.Process("""
        <startEvent id="start" />
        <userTask id="ask"><multiInstanceLoopCharacteristics><extensionElements><caseflow:collection input="=units" element="unit" output="answers" outputElement="=answer" /></extensionElements><completionCondition>numberOfCompletedInstances &gt;= 2</completionCondition></multiInstanceLoopCharacteristics></userTask>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="ask" />
        <sequenceFlow sourceRef="ask" targetRef="end" />
        """)
        .Started(("units", new[] { "a", "b", "c" }))
        .Complete("ask", ("answer", 1))
        .Complete("ask", ("answer", 2))
        .ThenVariable("answers", new object?[] { 1, 2, null })
        .ThenStatus(CaseStatus.Completed);

    [Fact]
    public void Is_done_at_once_without_items() => Given.Process("""
        <startEvent id="start" />
        <userTask id="ask"><multiInstanceLoopCharacteristics><extensionElements><caseflow:collection input="=units" element="unit" output="answers" outputElement="=answer" /></extensionElements></multiInstanceLoopCharacteristics></userTask>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="ask" />
        <sequenceFlow sourceRef="ask" targetRef="end" />
        """)
        .Started(("units", System.Array.Empty<string>()))
        .Then(
            "case started p", "set units=[]", "+ start", "- start", "> start->ask", "+ ask", "loop ask of 0", "set answers=[]",
            "- ask", "> ask->end", "+ end", "- end", "case completed");

    [Fact]
    public void Counts_by_cardinality() => Given.Process("""
        <startEvent id="start" />
        <userTask id="ask"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></userTask>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="ask" />
        <sequenceFlow sourceRef="ask" targetRef="end" />
        """)
        .Started()
        .ThenLive("ask", "ask", "ask", "ask");

    [Fact]
    public void A_boundary_event_stands_on_all_of_them() => Given.Process("""
        <startEvent id="start" />
        <userTask id="ask"><multiInstanceLoopCharacteristics><extensionElements><caseflow:collection input="=units" element="unit" output="answers" outputElement="=answer" /></extensionElements></multiInstanceLoopCharacteristics></userTask>
        <endEvent id="end" />
        <userTask id="late" />
        <boundaryEvent id="timeout" attachedToRef="ask"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>
        <sequenceFlow sourceRef="start" targetRef="ask" />
        <sequenceFlow sourceRef="ask" targetRef="end" />
        <sequenceFlow sourceRef="timeout" targetRef="late" />
        """)
        .Started(("units", new[] { "a", "b" }))
        .Complete("ask")
        .After("P1D")
        .ThenLive("late");

    [Fact]
    public void Instances_of_a_subprocess_keep_what_they_set_apart() => Given.Process("""
        <startEvent id="start" />
        <subProcess id="sub"><multiInstanceLoopCharacteristics><extensionElements><caseflow:collection input="=units" element="unit" output="answers" outputElement="=answer" /></extensionElements></multiInstanceLoopCharacteristics>
        <userTask id="a" />
        </subProcess>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="sub" />
        <sequenceFlow sourceRef="sub" targetRef="end" />
        """)
        .Started(("units", new[] { "x", "y" }))
        .Complete("a", ("answer", 1))
        .Complete("a", ("answer", 2))
        .ThenVariable("answers", new object?[] { 1, 2 })
        .ThenVariable("answer", null);

    [Fact]
    public void Is_an_incident_when_the_collection_is_no_list() => Given.Process("""
        <startEvent id="start" />
        <userTask id="ask"><multiInstanceLoopCharacteristics><extensionElements><caseflow:collection input="=units" element="unit" output="answers" outputElement="=answer" /></extensionElements></multiInstanceLoopCharacteristics></userTask>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="ask" />
        <sequenceFlow sourceRef="ask" targetRef="end" />
        """)
        .Started(("units", 1))
        .ThenIncident("expression", "ask", "Expected a list from '=units' at ask, but it is 1.")
        .Set(("units", new[] { "a" }))
        .Retry()
        .ThenLive("ask", "ask");
}
