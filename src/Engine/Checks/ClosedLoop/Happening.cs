using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.ClosedLoop;

/// <summary>What comes from outside when a step or an event goes on.</summary>
internal static class Happening
{
    public static TrialStepKind Of(Element element) => element switch
    {
        { Event: TimerDefinition } => TrialStepKind.Timer,
        { Event: MessageDefinition } => TrialStepKind.Message,
        { Event: SignalDefinition } => TrialStepKind.Signal,
        { Event: ConditionDefinition } => TrialStepKind.Condition,
        { Event: ErrorDefinition } => TrialStepKind.Error,
        { Kind: ElementKind.UserTask or ElementKind.ManualTask or ElementKind.AdHocSubprocess or ElementKind.ReceiveTask } => TrialStepKind.Complete,
        _ => TrialStepKind.Job,
    };
}
