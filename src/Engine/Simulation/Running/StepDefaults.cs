using CaseFlow.Engine.Model;
using CaseFlow.Engine.Simulation.Scenarios;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Simulation.Running;

/// <summary>What is assumed of an element that the scenario says nothing of.</summary>
internal static class StepDefaults
{
    public static StepPlan Of(Element element, ScenarioDefaults defaults)
    {
        if (element.Action is not null) return defaults.Action;
        if (element.UserTask?.Audience == TaskAudience.Reporter) return defaults.Resident;
        return element.Kind switch
        {
            ElementKind.UserTask or ElementKind.ManualTask => new StepPlan { Duration = defaults.Task },
            ElementKind.ServiceTask or ElementKind.SendTask => new StepPlan { Duration = defaults.Service, Answer = ActivityAnswers.Of(element.Activity?.Type) },
            _ when element.Event is MessageDefinition or SignalDefinition => defaults.Message,
            ElementKind.ReceiveTask => defaults.Message,
            _ => defaults.OptionalStep,
        };
    }
}
