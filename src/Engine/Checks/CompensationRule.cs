using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>A compensation boundary event has its handler; what is to be undone can be.</summary>
internal static class CompensationRule
{
    public static void Check(Process process, CompileContext context)
    {
        foreach (var element in process.Elements)
        {
            if (element.Kind == ElementKind.CompensationBoundaryEvent && element.AttachedTo >= 0 && process.Elements[element.AttachedTo].Compensation < 0)
                context.Problems.Error("compensation", $"Expected an association from {element.Id} to the activity that undoes, but there is none.", element);
            if (element.Event is CompensationDefinition { Activity: { } activity } && process.Find(activity) is null)
                context.Problems.Error("unknown-reference", $"Expected {element.Id} to name an activity of the process, but there is no {activity}.", element);
        }
    }
}
