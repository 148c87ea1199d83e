using System.Collections.Immutable;
using System.Text.Json;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>The parts of a form-js component.</summary>
internal static class FormParts
{
    public static FormField Field(JsonElement component, string type, string? key, int line, ImmutableArray<FormField> fields)
    {
        var validate = Part(component, "validate");
        return new FormField(
            key, type, Translated(component, type == "text" ? "text" : "label", "en"), Translated(component, "description", "en.description"),
            Flag(validate, "required"), Options(component), Limits(component, validate), Property(component, "personal"), Property(component, "source"),
            Hide(component), fields, component.TryGetProperty("defaultValue", out var value) ? FeelJson.Read(value) : FeelValue.Null)
        {
            ForPeople = Property(component, "for") == "people",
            Line = line,
        };
    }

    public static string? Hide(JsonElement component) => Part(component, "conditional") is { } conditional ? Text(conditional, "hide") : null;

    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;

    private static ImmutableArray<FormOption> Options(JsonElement component)
    {
        if (!component.TryGetProperty("values", out var values) || values.ValueKind != JsonValueKind.Array) return [];
        return [.. values.EnumerateArray().Select(option => new FormOption(
            Text(option, "value") ?? "", new LocalText(Text(option, "label") ?? Text(option, "value") ?? "", Text(option, "en"))))];
    }

    private static FormLimits Limits(JsonElement component, JsonElement? validate) => new(
        Whole(validate, "minLength"), Whole(validate, "maxLength"), Number(validate, "min"), Number(validate, "max"),
        validate is { } v ? Text(v, "pattern") : null, validate is { } w ? Text(w, "validationType") : null, Text(component, "subtype"));

    private static LocalText? Translated(JsonElement component, string name, string english) =>
        Text(component, name) is { } text ? new LocalText(text, Property(component, english)) : null;

    private static string? Property(JsonElement component, string name) => Part(component, "properties") is { } properties ? Text(properties, name) : null;

    private static JsonElement? Part(JsonElement component, string name) =>
        component.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object ? part : null;

    private static bool Flag(JsonElement? part, string name) => part is { } element && element.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;

    private static int? Whole(JsonElement? part, string name) => Number(part, name) is { } number ? (int)number : null;

    private static decimal? Number(JsonElement? part, string name) =>
        part is { } element && decimal.TryParse(Text(element, name), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
