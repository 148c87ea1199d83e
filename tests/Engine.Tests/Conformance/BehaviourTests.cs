using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;
using CaseFlow.TestSupport;

namespace CaseFlow.Engine.Tests.Conformance;

/// <summary>Behaviours other engines agree on, from files that lie beside the repository when it is developed.</summary>
public sealed class BehaviourTests
{
    [SkippableTheory]
    [InlineData(1, "Input is one")]
    [InlineData(5, "Default input")]
    public void Exclusive_gateway_takes_the_default_flow(int input, string task) =>
        Given("ExclusiveGatewayTest.testDefaultSequenceFlow.bpmn20.xml").Started(("input", input)).ThenTasks(task);

    [SkippableFact]
    public void Exclusive_gateway_without_a_way_out_refuses_the_start()
    {
        var refused = Given("ExclusiveGatewayTest.testNoSequenceFlowSelected.bpmn20.xml").Started(("input", 4)).Rejection;
        Assert.Equal("no-path", refused!.Code);
        Assert.Contains("exclusiveGw", refused.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Parallel_gateway_joins() => Given("ParallelGatewayTest.testForkJoin.bpmn20.xml").Started()
        .ThenTasks("Receive Payment", "Ship Order").Complete("receivePayment").ThenTasks("Ship Order").Complete("shipOrder").ThenTasks("Archive Order");

    [SkippableFact]
    public void Parallel_gateways_need_no_balance() => Given("ParallelGatewayTest.testUnbalancedForkJoin.bpmn20.xml").Started()
        .ThenTasks("Task 1", "Task 2", "Task 3").Complete("task1").Complete("task2").ThenTasks("Task 3", "Task 4")
        .Complete("task3").Complete("task4").ThenStatus(CaseStatus.Completed);

    [SkippableTheory]
    [InlineData(1, "Task 1", "Task 2", "Task 3")]
    [InlineData(2, "Task 2", "Task 3")]
    [InlineData(3, "Task 3")]
    public void Inclusive_gateway_takes_every_flow_that_holds(int input, params string[] tasks) =>
        Given("InclusiveGatewayTest.testDivergingInclusiveGateway.bpmn20.xml").Started(("input", input)).ThenTasks(tasks);

    [SkippableFact]
    public void Inclusive_gateway_joins_after_subprocesses() => Given("InclusiveGatewayTest.testJoinAfterSubprocesses.bpmn20.xml")
        .Started(("a", 1), ("b", 1)).ThenTasks("Task1", "Task2").CompleteAs(Actor.System, "usertask1").CompleteAs(Actor.System, "usertask2").ThenTasks("Task3")
        .CompleteAs(Actor.System, "usertask3").ThenStatus(CaseStatus.Completed);

    [SkippableFact]
    public void Event_based_gateway_withdraws_what_came_second()
    {
        var test = Given("EventBasedGatewayTest.testCatchSignalAndMessageAndTimer.bpmn20.xml").Started();
        Assert.Equal(["alert", "newInvoice"], test.State!.Subscriptions.Values.Select(s => s.Name).Order());
        Assert.Single(test.State.Timers);
        test.Message("messageEvent").ThenTasks("afterMessage");
        Assert.Empty(test.State!.Subscriptions);
        Assert.Empty(test.State.Timers);
    }

    [SkippableFact]
    public void Boundary_timer_interrupts() => Given("BoundaryTimerEventTest.testInterruptingTimerDuration.bpmn20.xml").Started()
        .ThenTasks("First line support").After("PT5M").ThenTasks("Handle escalated issue");

    [SkippableFact]
    public void Boundary_timer_runs_beside() => Given("BoundaryTimerNonInterruptingEventTest.testJoin.bpmn20.xml").Started()
        .ThenTasks("Main Task").After("PT1H").ThenTasks("Escalation Task", "Main Task").Complete("Main_Task").ThenTasks("Escalation Task")
        .Complete("Escalation_Task").ThenStatus(CaseStatus.Completed);

    [SkippableFact]
    public void Timer_start_fires_twice_and_no_more()
    {
        var timer = Package("StartTimerEventTest.testCycleWithLimitStartTimerEvent.bpmn20.xml").Starts.Single().Timer!;
        var world = new TestWorld();
        var firings = Enumerable.Range(1, 3).Select(n => Engine.Execution.StartTimers.Firing(timer, world, TestCase.Monday, n));
        Assert.Equal([TestCase.Monday.AddMinutes(5), TestCase.Monday.AddMinutes(10), null], firings);
    }

    [SkippableFact]
    public void Message_start_and_none_start_differ()
    {
        Given("MessageStartEventTest.testMessageStartEventAndNoneStartEvent.bpmn20.xml").Started().ThenLive("taskAfterNoneStart");
        var test = Given("MessageStartEventTest.testMessageStartEventAndNoneStartEvent.bpmn20.xml");
        test.When(test.Start([], "messageStart")).ThenLive("taskAfterMessageStart");
    }

    [SkippableFact]
    public void Message_boundary_beside_stays_open()
    {
        var test = Given("MessageNonInterruptingBoundaryEventTest.testSingleNonInterruptingBoundaryMessageEvent.bpmn20.xml").Started()
            .Message("messageBoundary").ThenLive("task", "taskAfterMessage");
        Assert.Single(test.State!.Subscriptions);
    }

    [SkippableFact]
    public void Terminate_in_an_event_subprocess_ends_only_it() => Given("MessageEventSubprocessTest.testNonInterruptingWithTerminatingEndEvent.bpmn20.xml").Started()
        .Message("StartEvent_3").ThenTasks("Event User Task", "Inner User Task").Complete("UserTask_2").ThenTasks("Inner User Task");

    [SkippableFact]
    public void Boundary_error_catches_from_a_subprocess() => Given("BoundaryErrorEventTest.testCatchErrorOnEmbeddedSubprocess.bpmn20.xml").Started()
        .ThenTasks("subprocessTask").Complete("subprocessTask").ThenTasks("task after catching the error");

    [SkippableFact]
    public void A_named_error_code_goes_before_a_catch_all() =>
        Given("ErrorEventSubProcessTest.testErrorCodeTakesPrecedence.bpmn20.xml").Started().ThenLive("eventSubProcess2", "subprocess", "taskAfterErrorCatch2");

    [SkippableFact]
    public void Escalation_interrupts() =>
        Given("EscalationEventTest.testInterruptingEscalationBoundaryEvent.bpmn20.xml").Started().ThenTasks("task after catched escalation");

    [SkippableFact]
    public void Condition_fires_beside() => Given("BoundaryConditionalEventTest.testNonInterruptingVariableCondition.bpmn20.xml").Started()
        .ThenTasks("Task with condition").Set(("variable", 1)).ThenTasks("After Condition", "Task with condition");

    [SkippableFact]
    public void Call_activity_runs_the_other_process()
    {
        var called = Package("simpleSubProcess.bpmn20.xml", "called");
        var caller = Engine.Tests.Given.Read(new Dictionary<string, FlowPackage> { ["simpleSubProcess"] = called }, File("CallActivity.testCallSimpleSubProcess.bpmn20.xml")).Package!;
        new TestCase(caller, called).Started().ThenTasks("Task before subprocess").Complete("taskBeforeSubProcess")
            .ThenTasks("Task in subprocess").Complete("task").ThenTasks("Task after subprocess").Complete("taskAfterSubProcess").ThenStatus(CaseStatus.Completed);
    }

    [SkippableFact]
    public void Terminate_in_a_subprocess_lets_the_parent_go_on() =>
        Given("TerminateEndEventTest.testTerminateInSubProcess.bpmn").Started().ThenTasks("check before normal end");

    [SkippableFact]
    public void Sequential_ad_hoc_subprocess_takes_one_step_at_a_time()
    {
        var test = Given("AdhocSubProcessTest.testSequentialAdhocSubProcess.bpmn20.xml").Started().When(new StartAdHocStep(TestCase.Someone, "subProcessTask"));
        test.When(new StartAdHocStep(TestCase.Someone, "subProcessTask2"));
        Assert.Equal("ad-hoc-busy", test.Rejection!.Code);
        test.Complete("subProcessTask").When(new StartAdHocStep(TestCase.Someone, "subProcessTask2")).ThenTasks("Task2 in subprocess");
        test.Complete("subProcessTask2", ("completed", true)).ThenTasks("After task");
    }

    private static TestCase Given(string file) => new(Package(file));

    private static FlowPackage Package(string file, string key = "test") => Engine.Tests.Given.Package(File(file)) is var package && key == "test"
        ? package
        : Engine.Reading.FlowReader.Read(new FlowRef(key, 1), new Dictionary<string, string> { [file] = File(file).Text }).Package!;

    private static (string Name, string Text) File(string name)
    {
        var path = Repository.Shared("conformance/behaviour/" + name);
        Skip.If(path is null, Repository.NoShared);
        return (name, System.IO.File.ReadAllText(path));
    }
}
