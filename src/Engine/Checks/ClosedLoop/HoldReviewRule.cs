using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks.ClosedLoop;

/// <summary>A case that is put on hold has a day on which it is looked at again.</summary>
internal static class HoldReviewRule
{
    public static void Check(Process process, CompileContext context)
    {
        if (!process.ClosedLoop.HoldReview) return;
        foreach (var action in ActionForms.OfStyle(process, "hold"))
            if (!ActionForms.Asked(action, context).Any(field => field.Type == "datetime" && field.Limits.Subtype != "time"))
                context.Problems.Error("hold-without-review-date", $"Expected the form of hold {action.Id} to ask for a review date, but it has no required date.", action);
    }
}
