namespace CaseFlow.Engine.Model;

/// <summary>What runs of BPMN 2.0. What isn't listed is refused at publication; <c>docs/bpmn-support.md</c> has a row for each.</summary>
public enum ElementKind
{
    Process,

    NoneStartEvent,
    MessageStartEvent,
    TimerStartEvent,
    SignalStartEvent,
    ConditionalStartEvent,
    ErrorStartEvent,
    EscalationStartEvent,

    NoneEndEvent,
    MessageEndEvent,
    SignalEndEvent,
    ErrorEndEvent,
    EscalationEndEvent,
    CompensationEndEvent,
    TerminateEndEvent,

    UntypedTask,
    UserTask,
    ManualTask,
    ServiceTask,
    SendTask,
    ReceiveTask,
    BusinessRuleTask,
    ScriptTask,
    CallActivity,

    Subprocess,
    EventSubprocess,
    AdHocSubprocess,

    ExclusiveGateway,
    ParallelGateway,
    InclusiveGateway,
    EventBasedGateway,

    NoneThrowEvent,
    MessageThrowEvent,
    SignalThrowEvent,
    EscalationThrowEvent,
    LinkThrowEvent,
    CompensationThrowEvent,

    MessageCatchEvent,
    TimerCatchEvent,
    SignalCatchEvent,
    ConditionalCatchEvent,
    LinkCatchEvent,

    MessageBoundaryEvent,
    TimerBoundaryEvent,
    SignalBoundaryEvent,
    ConditionalBoundaryEvent,
    ErrorBoundaryEvent,
    EscalationBoundaryEvent,
    CompensationBoundaryEvent,
}

public static class ElementKinds
{
    /// <summary>Start events of the process, of a subprocess or of an event subprocess.</summary>
    public static bool IsStartEvent(this ElementKind kind) => kind is >= ElementKind.NoneStartEvent and <= ElementKind.EscalationStartEvent;

    public static bool IsEndEvent(this ElementKind kind) => kind is >= ElementKind.NoneEndEvent and <= ElementKind.TerminateEndEvent;

    /// <summary>Tasks, call activities and subprocesses: what may carry boundary events, loops and mappings. An event subprocess is none.</summary>
    public static bool IsActivity(this ElementKind kind) =>
        kind is >= ElementKind.UntypedTask and <= ElementKind.AdHocSubprocess and not ElementKind.EventSubprocess;

    public static bool IsTask(this ElementKind kind) => kind is >= ElementKind.UntypedTask and <= ElementKind.ScriptTask;

    public static bool IsGateway(this ElementKind kind) => kind is >= ElementKind.ExclusiveGateway and <= ElementKind.EventBasedGateway;

    public static bool IsThrowEvent(this ElementKind kind) => kind is >= ElementKind.NoneThrowEvent and <= ElementKind.CompensationThrowEvent;

    public static bool IsCatchEvent(this ElementKind kind) => kind is >= ElementKind.MessageCatchEvent and <= ElementKind.LinkCatchEvent;

    public static bool IsBoundaryEvent(this ElementKind kind) => kind is >= ElementKind.MessageBoundaryEvent and <= ElementKind.CompensationBoundaryEvent;

    /// <summary>Elements that hold other elements.</summary>
    public static bool IsScope(this ElementKind kind) =>
        kind is ElementKind.Process or ElementKind.Subprocess or ElementKind.EventSubprocess or ElementKind.AdHocSubprocess;
}
