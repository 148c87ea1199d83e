using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Simulation.Reports;

/// <summary>What an element is in a simulation.</summary>
internal static class StepKinds
{
    public static bool IsStaffTask(Element element) =>
        element.Kind is ElementKind.UserTask or ElementKind.ManualTask && element.UserTask?.Audience != TaskAudience.Reporter;

    public static string ReplyKind(Element element) => element switch
    {
        { Action: not null } => "action",
        { Kind: ElementKind.UserTask } => "resident",
        { Kind: ElementKind.ServiceTask or ElementKind.SendTask } => "activity",
        _ => "message",
    };
}
