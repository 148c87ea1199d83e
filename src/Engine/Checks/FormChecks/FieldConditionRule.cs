namespace CaseFlow.Engine.Checks.FormChecks;

/// <summary>A condition reads fields of its own form: it sees nothing else.</summary>
internal static class FieldConditionRule
{
    public static void Check(FormUse use)
    {
        var keys = use.Fields.Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (condition, field) in use.Fields.SelectMany(field => field.HideWhen.Select(condition => (condition, field))).DistinctBy(pair => pair.condition.Text))
            foreach (var name in condition.Names.Where(name => !keys.Contains(name)))
                use.Fail("field-condition-unknown", $"Expected the condition '{condition.Text}' to read fields of form {use.Form.Key}, but {name} is none: a condition sees only what is asked on the same form.", field);
    }
}
