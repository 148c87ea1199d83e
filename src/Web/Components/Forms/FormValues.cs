using CaseFlow.Runtime.Work;

namespace CaseFlow.Web.Components.Forms;

/// <summary>What is typed into a form so far, as an HTML form posts it: field key to texts. Kept as typed, so nothing is lost when the form is shown again.</summary>
public sealed class FormValues
{
    private readonly Dictionary<string, IReadOnlyList<string>> values = new(StringComparer.Ordinal);

    public FormValues()
    {
    }

    public FormValues(IEnumerable<KeyValuePair<string, string>> prefill)
    {
        foreach (var (key, value) in prefill) values[key] = [value];
    }

    /// <summary>The posted fields of a form, without those the page adds itself (names that begin with an underscore).</summary>
    public static FormValues From(IFormCollection posted)
    {
        var values = new FormValues();
        foreach (var (key, texts) in posted)
            if (!key.StartsWith('_'))
                values.values[key] = [.. texts.OfType<string>()];
        return values;
    }

    public string First(string key) => values.TryGetValue(key, out var texts) && texts.Count > 0 ? texts[0] : "";

    public bool Has(string key, string value) => values.TryGetValue(key, out var texts) && texts.Contains(value);

    public void Set(string key, params IReadOnlyList<string> texts) => values[key] = texts;

    /// <summary>Ticks or unticks one of several answers.</summary>
    public void Toggle(string key, string value, bool ticked)
    {
        var others = values.GetValueOrDefault(key, []).Where(text => text != value);
        values[key] = ticked ? [.. others, value] : [.. others];
    }

    /// <summary>For the runtime. Empty texts are left out: an untouched field and one left empty are the same.</summary>
    public FormPost ToPost() => new(values
        .Select(field => KeyValuePair.Create(field.Key, (IReadOnlyList<string>)[.. field.Value.Where(text => text.Trim().Length > 0)]))
        .Where(field => field.Value.Count > 0)
        .ToDictionary(StringComparer.Ordinal));
}
