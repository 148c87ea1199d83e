using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.ClosedLoop;

/// <summary>Where a case can stand.</summary>
internal static class Waiting
{
    /// <summary>Everything else passes in the same moment.</summary>
    public static bool At(Element element) => IsWork(element) || ForPeopleOrTime(element);

    /// <summary>Work of a machine: what it does takes moments, and it can end in an error.</summary>
    public static bool IsWork(Element element) => element switch
    {
        { Kind: ElementKind.ServiceTask or ElementKind.CallActivity } => true,
        { Kind: ElementKind.SendTask, Event: null } => true,
        { Kind: ElementKind.BusinessRuleTask, Activity: not null } => true,
        _ => false,
    };

    public static bool ForPeopleOrTime(Element element) =>
        element.Kind is ElementKind.UserTask or ElementKind.ManualTask or ElementKind.ReceiveTask or ElementKind.AdHocSubprocess or ElementKind.CallActivity
        || element.Kind.IsCatchEvent() && element.Kind != ElementKind.LinkCatchEvent;
}
