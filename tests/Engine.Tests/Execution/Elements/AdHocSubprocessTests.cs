using CaseFlow.Engine.Commands;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class AdHocSubprocessTests
{
    [Fact]
    public void Offers_its_steps_and_completes_when_its_condition_holds() => Given.Process("""
        <startEvent id="start" />
        <adHocSubProcess id="options">
        <userTask id="visit" />
        <userTask id="call" />
        <userTask id="note" />
        <sequenceFlow sourceRef="call" targetRef="note" />
        <completionCondition>enough</completionCondition>
        </adHocSubProcess>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="options" />
        <sequenceFlow sourceRef="options" targetRef="end" />
        """)
        .Started()
        .Then("case started p", "+ start", "- start", "> start->options", "+ options")
        .When(new StartAdHocStep(TestCase.Someone, "visit"))
        .When(new StartAdHocStep(TestCase.Someone, "call"))
        .Then("+ visit", "task visit", "+ call", "task call")
        .Complete("call")
        .ThenLive("note", "options", "visit")
        .Complete("visit", ("enough", true))
        .Then(
            "task call done by wang", "- call", "> call->note", "+ note", "task note", "task visit done by wang", "set enough=true",
            "- visit", "task note withdrawn", "x note (completion condition holds)", "- options", "> options->end", "+ end", "- end",
            "case completed");

    [Fact]
    public void Waits_for_what_runs_when_it_does_not_cancel() => Given.Process("""
        <startEvent id="start" />
        <adHocSubProcess id="options" cancelRemainingInstances="false">
        <userTask id="visit" />
        <userTask id="call" />
        <completionCondition>enough</completionCondition>
        </adHocSubProcess>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="options" />
        <sequenceFlow sourceRef="options" targetRef="end" />
        """)
        .Started()
        .When(new StartAdHocStep(TestCase.Someone, "visit"))
        .When(new StartAdHocStep(TestCase.Someone, "call"))
        .Complete("visit", ("enough", true))
        .ThenLive("call", "options")
        .Complete("call")
        .ThenStatus(CaseStatus.Completed);

    [Fact]
    public void Without_a_condition_it_is_done_with_its_last_step() => Given.Process("""
        <startEvent id="start" />
        <adHocSubProcess id="options">
        <userTask id="visit" />
        <userTask id="call" />
        </adHocSubProcess>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="options" />
        <sequenceFlow sourceRef="options" targetRef="end" />
        """)
        .Started()
        .ThenLive("options")
        .When(new StartAdHocStep(TestCase.Someone, "visit"))
        .Complete("visit")
        .ThenStatus(CaseStatus.Completed);

    [Fact]
    public void Refuses_a_step_it_does_not_offer() => Given.Process("""
        <startEvent id="start" />
        <adHocSubProcess id="options">
        <userTask id="visit" />
        <userTask id="call" />
        <sequenceFlow sourceRef="visit" targetRef="call" />
        </adHocSubProcess>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="options" />
        <sequenceFlow sourceRef="options" targetRef="end" />
        """)
        .Started()
        .When(new StartAdHocStep(TestCase.Someone, "call"))
        .ThenRejected("step-not-offered", "Expected call to be a step of an open ad-hoc subprocess, but it is not.");
}
