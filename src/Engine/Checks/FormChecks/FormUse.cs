using System.Collections.Immutable;
using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks.FormChecks;

/// <summary>A form within its flow: who asks it, and what reads its answers.</summary>
/// <param name="Fields">Fields with a key, those in groups too.</param>
/// <param name="Askers">Elements that show the form.</param>
internal sealed record FormUse(FormDefinition Form, IReadOnlyList<FlatField> Fields, IReadOnlyList<Element> Askers, FlowReads Reads, ProblemList Problems)
{
    public static FormUse Of(FormDefinition form, IEnumerable<Process> processes, FlowReads reads, ProblemList problems) =>
        new(form, FormFields.Flatten(form.Fields), [.. processes.SelectMany(process => process.Elements).Where(element => Asks(element, form.Key))], reads, problems);

    public void Warn(string rule, string message, FlatField field) => Add(ProblemSeverity.Warning, rule, message, field);

    public void Fail(string rule, string message, FlatField field) => Add(ProblemSeverity.Error, rule, message, field);

    private void Add(ProblemSeverity severity, string rule, string message, FlatField field) => Problems.Add(severity, rule, message, field.Field.Line, field.Key);

    private static bool Asks(Element element, string key) => new[] { element.Form, element.UserTask?.Form, element.Action?.Form }.Contains(key, StringComparer.Ordinal);
}
