using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks.FormChecks;

/// <summary>The publication rules of a flow's forms, each in a file of its own.</summary>
internal static class FlowFormChecks
{
    private static readonly Action<FormUse>[] Rules =
    [
        FormUnusedRule.Check,
        FieldConditionRule.Check,
        FieldShownRule.Check,
        FieldDefaultRule.Check,
        FieldReadRule.Check,
        FieldLostRule.Check,
    ];

    /// <param name="forms">By file name.</param>
    /// <param name="tables">The text of the flow's decision tables.</param>
    public static IEnumerable<Problem> Run(IReadOnlyCollection<Process> processes, IReadOnlyDictionary<string, FormDefinition> forms, string tables)
    {
        var reads = new FlowReads(processes, [.. forms.Values], tables);
        foreach (var (file, form) in forms.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var problems = new ProblemList(file);
            var use = FormUse.Of(form, processes, reads, problems);
            foreach (var rule in Rules) rule(use);
            foreach (var problem in problems.All) yield return problem;
        }
    }
}
