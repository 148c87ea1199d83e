using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>Forms that are named exist.</summary>
internal static class FormRule
{
    public static void Check(Process process, CompileContext context)
    {
        foreach (var element in process.Elements)
            foreach (var key in new[] { element.Form, element.UserTask?.Form, element.Action?.Form }.OfType<string>().Distinct())
                if (!context.Forms.ContainsKey(key))
                    context.Problems.Error("unknown-form", $"Expected a form {key}.form.json for {element.Id}, but the flow has none.", element);
    }
}
