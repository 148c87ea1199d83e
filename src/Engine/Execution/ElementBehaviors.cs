using CaseFlow.Engine.Execution.Elements;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution;

/// <summary>The one table from kind to behaviour. Boundary events and event subprocesses' start events are begun by their trigger, and then only pass the token on.</summary>
internal static class ElementBehaviors
{
    private static readonly ElementBehavior[] Table = Build();

    public static ElementBehavior Of(ElementKind kind) => Table[(int)kind];

    private static ElementBehavior[] Build()
    {
        var passThrough = new PassThroughBehavior();
        return
        [
            .. Enum.GetValues<ElementKind>().Select(kind => Special(kind) ?? (PassesThrough(kind)
                ? passThrough
                : throw new InvalidOperationException($"Expected a behaviour for every kind, but {kind} has none."))),
        ];
    }

    private static bool PassesThrough(ElementKind kind) =>
        kind.IsStartEvent() || kind.IsBoundaryEvent() || kind is ElementKind.ExclusiveGateway or ElementKind.ParallelGateway or ElementKind.InclusiveGateway
            or ElementKind.NoneEndEvent or ElementKind.UntypedTask or ElementKind.NoneThrowEvent or ElementKind.LinkCatchEvent;

    private static ElementBehavior? Special(ElementKind kind) => kind switch
    {
        ElementKind.Process => new ProcessBehavior(),
        ElementKind.Subprocess or ElementKind.EventSubprocess => new SubprocessBehavior(),
        ElementKind.AdHocSubprocess => new AdHocSubprocessBehavior(),
        ElementKind.CallActivity => new CallActivityBehavior(),
        ElementKind.UserTask or ElementKind.ManualTask => new UserTaskBehavior(),
        ElementKind.ServiceTask => new ServiceTaskBehavior(),
        ElementKind.SendTask => new SendTaskBehavior(),
        ElementKind.ReceiveTask => new ReceiveTaskBehavior(),
        ElementKind.BusinessRuleTask => new BusinessRuleTaskBehavior(),
        ElementKind.ScriptTask => new ScriptTaskBehavior(),
        ElementKind.EventBasedGateway => new EventBasedGatewayBehavior(),
        ElementKind.MessageCatchEvent or ElementKind.TimerCatchEvent or ElementKind.SignalCatchEvent or ElementKind.ConditionalCatchEvent => new CatchEventBehavior(),
        _ => Throwing(kind),
    };

    private static ElementBehavior? Throwing(ElementKind kind) => kind switch
    {
        ElementKind.TerminateEndEvent => new TerminateEndEventBehavior(),
        ElementKind.MessageThrowEvent or ElementKind.MessageEndEvent => new MessageThrowEventBehavior(),
        ElementKind.SignalThrowEvent or ElementKind.SignalEndEvent => new SignalThrowEventBehavior(),
        ElementKind.ErrorEndEvent => new ErrorEndEventBehavior(),
        ElementKind.EscalationThrowEvent or ElementKind.EscalationEndEvent => new EscalationThrowEventBehavior(),
        ElementKind.CompensationThrowEvent or ElementKind.CompensationEndEvent => new CompensationThrowEventBehavior(),
        ElementKind.LinkThrowEvent => new LinkThrowEventBehavior(),
        _ => null,
    };
}
