using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>Attributes with fixed words have one of them.</summary>
internal static class ValueRule
{
    public static void Check(Process process, CompileContext context)
    {
        foreach (var element in process.Elements)
        {
            if (element.UserTask?.Evaluation is { } evaluation)
            {
                Expect(context, element, "by", evaluation.By, "reporter", "executor", "station");
                Expect(context, element, "of", evaluation.Of, "outcome", "request", "partner");
            }

            if (element.Action is { } action) Expect(context, element, "style", action.Style, "return", "extend", "hold", "withdraw", "merge", "remind", "other");
        }
    }

    private static void Expect(CompileContext context, Element element, string attribute, string value, params string[] words)
    {
        if (Array.IndexOf(words, value) < 0)
            context.Problems.Error("attribute-value", $"Expected {attribute} of {element.Id} to be one of {string.Join(", ", words)}, but found '{value}'.", element);
    }
}
