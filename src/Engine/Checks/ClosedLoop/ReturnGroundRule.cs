using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks.ClosedLoop;

/// <summary>A unit that gives a case back chooses a ground from a list.</summary>
internal static class ReturnGroundRule
{
    public static void Check(Process process, CompileContext context)
    {
        if (!process.ClosedLoop.ReturnGround) return;
        foreach (var action in ActionForms.OfStyle(process, "return"))
            if (!ActionForms.Asked(action, context).Any(field => field.Type is "select" or "radio" or "checklist" or "taglist" && (field.Options.Length > 1 || field.Source is not null)))
                context.Problems.Error("return-without-ground", $"Expected the form of return {action.Id} to ask for a ground from a list, but it has no required choice.", action);
    }
}
