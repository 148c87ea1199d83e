using CaseFlow.Engine.Forms;

namespace CaseFlow.Engine.Simulation.Scenarios;

/// <summary>Whether values of a scenario are such as the form would take.</summary>
internal static class FieldCheck
{
    public static IEnumerable<string> Run(string place, string key, FieldPlan plan, FormDefinition form)
    {
        if (form.Flat.Find(known => known.Key == key)?.Field is not { } field)
        {
            yield return $"{place}: Expected a field of form {form.Key}, but it has none with that key.";
            yield break;
        }

        if (plan.Amount is not null && field.Type is not ("number" or "datetime")) yield return $"{place}: Expected weights of values, but found a spread of numbers for a {field.Type}.";
        foreach (var (value, _) in plan.Weights)
            if (Problem(field, value) is { } problem)
                yield return $"{place}: {problem}";
    }

    private static string? Problem(FormField field, string value)
    {
        if (value.Length == 0) return field.Required ? "Expected a value, but the field is required and one of the weights leaves it empty." : null;
        if (field.Options.IsEmpty || field.Source is not null) return null;
        var options = field.Options.Select(option => option.Value).ToList();
        var unknown = (field.Type is "checklist" or "taglist" ? value.Split(',', StringSplitOptions.TrimEntries) : [value]).FirstOrDefault(one => !options.Contains(one));
        return unknown is null ? null : $"Expected one of {string.Join(", ", options)}, but found '{unknown}'.";
    }
}
