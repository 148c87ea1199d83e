using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.FormChecks;

/// <summary>Which names a flow's steps, tables and forms read.</summary>
internal sealed class FlowReads
{
    private readonly HashSet<string> _names;
    private readonly string _tables;
    private readonly Dictionary<string, int> _forms;

    /// <param name="tables">The text of the flow's decision tables: a table may read any word in it.</param>
    public FlowReads(IEnumerable<Process> processes, IReadOnlyCollection<FormDefinition> forms, string tables)
    {
        var expressions = processes.SelectMany(ProcessExpressions.Of).SelectMany(expression => expression.Names);
        _names = expressions.Concat(forms.SelectMany(form => HideNames.Of(form.Fields))).ToHashSet(StringComparer.Ordinal);
        _tables = tables;
        _forms = forms.SelectMany(form => FormFields.Flatten(form.Fields).Select(field => field.Key)).GroupBy(key => key, StringComparer.Ordinal).ToDictionary(keys => keys.Key, keys => keys.Count(), StringComparer.Ordinal);
    }

    /// <summary>True when a step, a table, a condition of a form, or another form takes the value up.</summary>
    public bool Knows(string name) => _names.Contains(name) || _forms.GetValueOrDefault(name) > 1 || IsWordOf(_tables, name);

    private static bool IsWordOf(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
            if (!IsLetter(text, at - 1) && !IsLetter(text, at + name.Length))
                return true;
        return false;
    }

    private static bool IsLetter(string text, int at) => at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_');
}
