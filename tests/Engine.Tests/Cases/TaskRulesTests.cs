using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class TaskRulesTests
{
    [Fact]
    public void A_task_belongs_to_the_team_of_a_unit() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work"><extensionElements><caseflow:assignment team="caseworkers" unit="=unit" /></extensionElements></userTask>
        <sequenceFlow sourceRef="start" targetRef="work" />
        """)
        .Started(("unit", "street-1"))
        .ThenTask("work", "caseworkers", "street-1", null);

    [Fact]
    public void A_lane_gives_its_team() => Given.Process("""
        <laneSet id="ls"><lane id="l" name="window"><flowNodeRef>work</flowNodeRef><flowNodeRef>sub</flowNodeRef></lane></laneSet>
        <startEvent id="start" />
        <userTask id="work" />
        <sequenceFlow sourceRef="start" targetRef="work" />
        """)
        .Started()
        .ThenTask("work", "window", null, null);

    [Fact]
    public void One_person_has_it_once_they_claimed_it() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work" />
        <sequenceFlow sourceRef="start" targetRef="work" />
        """)
        .Started()
        .When(new ClaimTask(Actor.Staff("li"), 2, "li"))
        .When(new ClaimTask(Actor.Staff("wang"), 2, "wang"))
        .ThenRejected("already-claimed", "Expected work to be free, but li has it.")
        .Complete("work")
        .ThenRejected("already-claimed", "Expected work to be free, but li has it.")
        .When(new ReleaseTask(Actor.Staff("li"), 2))
        .Complete("work")
        .ThenStatus(CaseStatus.Completed);

    [Fact]
    public void What_somebody_else_completed_is_not_open() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work" />
        <userTask id="after" />
        <sequenceFlow sourceRef="start" targetRef="work" />
        <sequenceFlow sourceRef="work" targetRef="after" />
        """)
        .Started()
        .Complete("work")
        .When(new CompleteTask(Actor.Staff("li"), 2, FeelContext.Empty))
        .ThenRejected("task-not-open", "Expected an open task, but 2 has been completed or withdrawn.");

    [Fact]
    public void Whoever_did_one_step_may_not_do_the_step_that_checks_it() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work" />
        <userTask id="check"><extensionElements><caseflow:assignment not="work" /></extensionElements></userTask>
        <sequenceFlow sourceRef="start" targetRef="work" />
        <sequenceFlow sourceRef="work" targetRef="check" />
        """)
        .Started()
        .Complete("work")
        .When(new ClaimTask(Actor.Staff("wang"), 3, "wang"))
        .ThenRejected("excluded", "Expected check to be done independently, but wang performed a step it must be independent of.")
        .Complete("check")
        .ThenRejected("excluded", "Expected check to be done independently, but wang performed a step it must be independent of.")
        .CompleteAs(Actor.Staff("li"), "check")
        .ThenStatus(CaseStatus.Completed);

    [Fact]
    public void A_task_is_handed_on_with_a_reason() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work"><extensionElements><caseflow:assignment team="a" unit="u1" /></extensionElements></userTask>
        <sequenceFlow sourceRef="start" targetRef="work" />
        """)
        .Started()
        .When(new TransferTask(TestCase.Someone, 2, null, "b", null, " "))
        .ThenRejected("reason-missing", "Expected a reason for handing on work, but none was given.")
        .When(new TransferTask(TestCase.Someone, 2, null, "b", null, "theirs"))
        .ThenTask("work", "b", "u1", null)
        .When(new TransferTask(TestCase.Someone, 2, "li", null, null, "knows it"))
        .ThenTask("work", "b", "u1", "li");

    [Fact]
    public void The_reporter_answers_only_what_is_asked_of_them() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work" />
        <userTask id="ask"><extensionElements><caseflow:assignment audience="reporter" /></extensionElements></userTask>
        <sequenceFlow sourceRef="start" targetRef="work" />
        <sequenceFlow sourceRef="work" targetRef="ask" />
        """)
        .Started()
        .CompleteAs(Actor.Reporter("r"), "work")
        .ThenRejected("not-for-reporter", "Expected a task for the reporter, but work is for staff.")
        .Complete("work")
        .CompleteAs(Actor.Reporter("r"), "ask")
        .ThenStatus(CaseStatus.Completed);

    [Fact]
    public void A_unit_that_cannot_be_worked_out_is_an_incident() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work"><extensionElements><caseflow:assignment team="a" unit="=[1]" /></extensionElements></userTask>
        <sequenceFlow sourceRef="start" targetRef="work" />
        """)
        .Started()
        .ThenIncident("expression", "work", "Expected a text from '=[1]' at work, but it is a list of 1.")
        .ThenTasks();

    [Fact]
    public void Completing_an_evaluation_gives_it() => Given.Process("""
        <startEvent id="start" />
        <userTask id="rate"><extensionElements><caseflow:evaluation by="reporter" of="outcome" /></extensionElements></userTask>
        <sequenceFlow sourceRef="start" targetRef="rate" />
        """)
        .Started()
        .Complete("rate", ("score", 4), ("solved", true), ("comment", "good"))
        .ThenEvaluated(new Evaluation("reporter", "outcome", 4, true, "good"));
}
