using System.Collections.Immutable;
using System.Text.Json;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Reads a form-js schema. A component that would not be checked on the server is refused.</summary>
public static class FormReader
{
    private const int NewestSchema = 18;

    private static readonly HashSet<string> WithValue =
        ["textfield", "textarea", "number", "datetime", "checkbox", "radio", "select", "checklist", "taglist", "filepicker"];

    private static readonly HashSet<string> WithoutValue = ["text", "group", "separator", "spacer"];

    /// <summary>The form, and what is wrong with it; null when it can't be used.</summary>
    public static FormDefinition? Read(string key, string json, string file, out ImmutableArray<Problem> problems)
    {
        var found = new ProblemList(file);
        var form = Read(key, json, found);
        problems = [.. found.All];
        return form;
    }

    internal static FormDefinition? Read(string key, string json, ProblemList problems)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(key, document.RootElement, new FormLines(json), problems);
        }
        catch (JsonException e)
        {
            Add(problems, "form-json", $"Expected JSON, but {e.Message}", (int)(e.LineNumber ?? 0) + 1, null);
            return null;
        }
    }

    private static FormDefinition? Read(string key, JsonElement root, FormLines lines, ProblemList problems)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("components", out var components) || components.ValueKind != JsonValueKind.Array)
        {
            Add(problems, "form-schema", "Expected a form with components, but found none.", 1, null);
            return null;
        }

        if (root.TryGetProperty("schemaVersion", out var version) && version.TryGetInt32(out var number) && number > NewestSchema)
            Add(problems, "form-schema", $"Expected schemaVersion {NewestSchema} or less, but found {number}.", 1, null);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var fields = Fields(components, keys, lines, problems);
        return problems.HasErrors ? null : new FormDefinition(key, fields);
    }

    private static ImmutableArray<FormField> Fields(JsonElement components, HashSet<string> keys, FormLines lines, ProblemList problems) =>
        [.. components.EnumerateArray().Select(component => Field(component, keys, lines, problems)).OfType<FormField>()];

    private static FormField? Field(JsonElement component, HashSet<string> keys, FormLines lines, ProblemList problems)
    {
        var type = Text(component, "type") ?? "";
        var key = WithValue.Contains(type) ? Text(component, "key") : null;
        var line = lines.Next(Text(component, "key"));
        if (!WithValue.Contains(type) && !WithoutValue.Contains(type))
        {
            Add(problems, "form-component", $"Expected a supported form component, but found {type}.", line, Text(component, "key") ?? Text(component, "id"));
            return null;
        }

        if (WithValue.Contains(type)) CheckKey(key, type, line, keys, problems);
        CheckHide(component, key, line, problems);
        return FormParts.Field(component, type, key, line, component.TryGetProperty("components", out var inner) && inner.ValueKind == JsonValueKind.Array ? Fields(inner, keys, lines, problems) : []);
    }

    private static void CheckKey(string? key, string type, int line, HashSet<string> keys, ProblemList problems)
    {
        if (string.IsNullOrWhiteSpace(key)) Add(problems, "form-key", $"Expected a key on every field, but a {type} has none.", 0, null);
        else if (!keys.Add(key)) Add(problems, "form-key", $"Expected every key once, but {key} is on a second field.", line, key);
    }

    private static void CheckHide(JsonElement component, string? key, int line, ProblemList problems)
    {
        if (FormParts.Hide(component) is not { } hide) return;
        try
        {
            FeelExpression.ParseBpmn(hide);
        }
        catch (FeelSyntaxException e)
        {
            Add(problems, "feel-syntax", $"Expected FEEL in conditional.hide '{hide}', but at column {e.Column}: {e.Message}", line, key);
        }
    }

    private static void Add(ProblemList problems, string rule, string message, int line, string? key) =>
        problems.Add(ProblemSeverity.Error, rule, message, line, key);

    private static string? Text(JsonElement element, string name) => FormParts.Text(element, name);
}
