namespace CaseFlow.Conformance.Behaviour;

/// <summary>What is done to each file, and what must be seen.</summary>
internal static class Behaviours
{
    public static IReadOnlyList<(string File, Action<string> Run)> All { get; } =
    [
        One("ExclusiveGatewayTest.testDefaultSequenceFlow.bpmn20.xml", d =>
            d.Start("exclusiveGwDefaultSequenceFlow", new { input = 1 }).Tasks("Input is one").Start("exclusiveGwDefaultSequenceFlow", new { input = 5 }).Tasks("Default input")),
        One("ExclusiveGatewayTest.testNoSequenceFlowSelected.bpmn20.xml", d => d.StartFails("exclusiveGwNoSeqFlowSelected", new { input = 4 }, "exclusiveGw")),
        One("ParallelGatewayTest.testForkJoin.bpmn20.xml", d =>
            d.Start("forkJoin").Tasks("Receive Payment", "Ship Order").Complete("Receive Payment").Tasks("Ship Order").Complete("Ship Order").Tasks("Archive Order")),
        One("ParallelGatewayTest.testUnbalancedForkJoin.bpmn20.xml", d =>
            d.Start("UnbalancedForkJoin").Tasks("Task 1", "Task 2", "Task 3").Complete("Task 1").Complete("Task 2").Tasks("Task 3", "Task 4").Complete("Task 3").Complete("Task 4").Ended()),
        One("InclusiveGatewayTest.testDivergingInclusiveGateway.bpmn20.xml", d =>
            d.Start("inclusiveGwDiverging", new { input = 1 }).Tasks("Task 1", "Task 2", "Task 3").Start("inclusiveGwDiverging", new { input = 2 }).Tasks("Task 2", "Task 3")
                .Start("inclusiveGwDiverging", new { input = 3 }).Tasks("Task 3")),
        One("InclusiveGatewayTest.testJoinAfterSubprocesses.bpmn20.xml", d =>
            d.Start("InclusiveGateway", new { a = 1, b = 1 }).Tasks("Task1", "Task2").Complete("Task1").Complete("Task2").Assigned("c").Complete("Task3").Ended()),
        One("EventBasedGatewayTest.testCatchSignalAndMessageAndTimer.bpmn20.xml", d =>
            d.Start("catchSignal").Waits(1, 1, 1).Message("newInvoice").Waits(0, 0, 0).Tasks("afterMessage")),
        One("BoundaryTimerEventTest.testInterruptingTimerDuration.bpmn20.xml", d =>
            d.Start("escalationExample").Tasks("First line support").Advance("P30D", 1).Tasks("Handle escalated issue")),
        One("BoundaryTimerNonInterruptingEventTest.testJoin.bpmn20.xml", d =>
            d.Start("testJoin").Tasks("Main Task").Advance("PT10H", 1).Tasks("Main Task", "Escalation Task").Complete("Main Task").Tasks("Escalation Task").Complete("Escalation Task").Ended()),
        One("StartTimerEventTest.testCycleWithLimitStartTimerEvent.bpmn20.xml", d => d.Advance("PT5M", 1).Advance("PT5M", 1).Advance("P1D", 0)),
        One("MessageStartEventTest.testMessageStartEventAndNoneStartEvent.bpmn20.xml", d => d.Message("newInvoiceMessage").Tasks("Task").Complete("taskAfterMessageStart").Ended()
            .Start("testProcess").Complete("taskAfterNoneStart").Ended()),
        One("MessageNonInterruptingBoundaryEventTest.testSingleNonInterruptingBoundaryMessageEvent.bpmn20.xml", d =>
            d.Start("process").Tasks("task").Message("messageName").Tasks("task", "taskAfterMessage").Waits(1, 0, 0)),
        One("MessageEventSubprocessTest.testNonInterruptingWithTerminatingEndEvent.bpmn20.xml", d =>
            d.Start("process").Tasks("Inner User Task").Message("message").Tasks("Inner User Task", "Event User Task").Complete("Event User Task").Tasks("Inner User Task")),
        One("BoundaryErrorEventTest.testCatchErrorOnEmbeddedSubprocess.bpmn20.xml", d =>
            d.Start("boundaryErrorOnEmbeddedSubprocess").Tasks("subprocessTask").Complete("subprocessTask").Tasks("task after catching the error")),
        One("ErrorEventSubProcessTest.testErrorCodeTakesPrecedence.bpmn20.xml", d =>
            d.Start("CatchErrorInEmbeddedSubProcess").Tasks("Escalated Task").Complete("taskAfterErrorCatch2")),
        One("EscalationEventTest.testInterruptingEscalationBoundaryEvent.bpmn20.xml", d => d.Start("escalationProcess").Tasks("task after catched escalation")),
        One("BoundaryConditionalEventTest.testNonInterruptingVariableCondition.bpmn20.xml", d =>
            d.Start("conditionalEventProcess").Tasks("Task with condition").Set(new { variable = 1 }).Tasks("Task with condition", "After Condition")),
        Two("CallActivity.testCallSimpleSubProcess.bpmn20.xml", "simpleSubProcess.bpmn20.xml", d =>
            d.Start("callSimpleSubProcess").Tasks("Task before subprocess").Complete("Task before subprocess").Tasks("Task in subprocess").Complete("Task in subprocess")
                .Tasks("Task after subprocess").Complete("Task after subprocess").Ended()),
        One("TerminateEndEventTest.testTerminateInSubProcess.bpmn", d => d.Start("terminateEndEventExample").Tasks("check before normal end").Complete("check before normal end").Ended()),
        One("AdhocSubProcessTest.testSequentialAdhocSubProcess.bpmn20.xml", d =>
            d.Start("simpleSubProcess").Tasks().StartAdHoc("subProcessTask").StartAdHoc("subProcessTask2", refused: true).Complete("subProcessTask", new { completed = false })
                .StartAdHoc("subProcessTask2").Complete("subProcessTask2", new { completed = true }).Tasks("After task")),
    ];

    private static (string File, Action<string> Run) One(string file, Action<Drive> steps) => (file, directory => steps(new Drive(directory, file)));

    private static (string File, Action<string> Run) Two(string file, string called, Action<Drive> steps) => (file, directory => steps(new Drive(directory, called, file)));
}
