using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.FormChecks;

/// <summary>Warns of a form that no start, task or action shows.</summary>
internal static class FormUnusedRule
{
    public static void Check(FormUse use)
    {
        if (use.Askers.Count == 0)
            use.Problems.Add(ProblemSeverity.Warning, "form-unused", $"Expected a start, a task or an action to show form {use.Form.Key}, but none does.", 1, null);
    }
}
