using System.Collections.Immutable;
using System.Globalization;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Forms;
using CaseFlow.Runtime.Work;

namespace CaseFlow.Web.Components.Forms;

/// <summary>What is typed into a form so far, as an HTML form posts it: field key to texts. Kept as typed, so nothing is lost when the form is shown again.</summary>
public sealed class FormValues
{
    private const string FileNamePrefix = "_file-";
    private readonly Dictionary<string, IReadOnlyList<string>> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> fileNames = new(StringComparer.Ordinal);

    /// <summary>The posted fields of a form, without those the page adds itself (names that begin with an underscore).</summary>
    public static FormValues From(IFormCollection posted)
    {
        var values = new FormValues();
        foreach (var (key, texts) in posted)
            if (key.StartsWith(FileNamePrefix, StringComparison.Ordinal))
                values.fileNames[key[FileNamePrefix.Length..]] = texts.ToString();
            else if (!key.StartsWith('_'))
                values.values[key] = [.. texts.OfType<string>()];
        return values;
    }

    /// <summary>An empty form: its defaults, then what is known already.</summary>
    public static FormValues Initial(FormDefinition form, IReadOnlyDictionary<string, string>? prefill = null)
    {
        var values = new FormValues();
        foreach (var field in All(form.Fields))
            if (field.Key is { } key && DefaultOf(field.Default) is { Count: > 0 } texts)
                values.values[key] = texts;
        foreach (var (key, value) in prefill ?? ImmutableDictionary<string, string>.Empty) values.values[key] = [value];
        return values;
    }

    private static IReadOnlyList<string> DefaultOf(FeelValue value) => value switch
    {
        FeelString text => [text.Value],
        FeelNumber number => [number.Value.ToString(CultureInfo.InvariantCulture)],
        FeelBoolean { Value: true } => ["true"],
        FeelList list => [.. list.Items.SelectMany(DefaultOf)],
        _ => [],
    };

    public IReadOnlyList<string> All(string key) => values.GetValueOrDefault(key, []);

    public string First(string key) => values.TryGetValue(key, out var texts) && texts.Count > 0 ? texts[0] : "";

    public bool Has(string key, string value) => values.TryGetValue(key, out var texts) && texts.Contains(value);

    public void Set(string key, params IReadOnlyList<string> texts) => values[key] = texts;

    /// <summary>A file that was put aside: its field's value is the id.</summary>
    public void AddFile(string key, string id, string name)
    {
        Toggle(key, id, true);
        fileNames[id] = name;
    }

    public string FileName(string id) => fileNames.GetValueOrDefault(id, id);

    /// <summary>The hidden field that carries a taken file's name from one post to the next.</summary>
    public static string FileNameField(string id) => FileNamePrefix + id;

    /// <summary>Ticks or unticks one of several answers.</summary>
    public void Toggle(string key, string value, bool ticked)
    {
        var others = values.GetValueOrDefault(key, []).Where(text => text != value);
        values[key] = ticked ? [.. others, value] : [.. others];
    }

    /// <summary>Every field of a form, those in groups included.</summary>
    internal static IEnumerable<FormField> All(IEnumerable<FormField> fields) => fields.SelectMany(field => All(field.Fields).Prepend(field));

    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Raw => values;

    /// <summary>
    /// For the runtime. Empty texts are left out: an untouched field and one left empty are the same. So are answers to questions that
    /// a later answer took away; the runtime would refuse them.
    /// </summary>
    public FormPost ToPost(FormDefinition? form, DateTimeOffset now)
    {
        var hidden = form is null ? [] : new FormView(form, values, now).HiddenKeys();
        return new(values
            .Where(field => !hidden.Contains(field.Key))
            .Select(field => KeyValuePair.Create(field.Key, (IReadOnlyList<string>)[.. field.Value.Where(text => text.Trim().Length > 0)]))
            .Where(field => field.Value.Count > 0)
            .ToDictionary(StringComparer.Ordinal));
    }
}
