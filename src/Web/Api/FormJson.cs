using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Forms;
using CaseFlow.Runtime.Work;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Api;

/// <summary>A form field for a program, in the caller's language.</summary>
internal sealed record FieldJson(
    string? Key, string Type, string? Label, string? Description, bool Required, IReadOnlyList<OptionJson> Options, FormLimits Limits, string? HideWhen, IReadOnlyList<FieldJson> Fields)
{
    public static FieldJson Of(FormField field) => new(
        field.Key, field.Type, field.Label?.Here(), field.Description?.Here(), field.Required,
        [.. field.Options.Select(option => new OptionJson(option.Value, option.Label.Here()))], field.Limits, field.HideWhen, [.. field.Fields.Select(Of)]);

    public static IReadOnlyList<FieldJson> Of(FormDefinition? form) => form is null ? [] : [.. form.Fields.Select(Of)];
}

internal sealed record OptionJson(string Value, string Label);

/// <summary>Form values of a JSON body: texts, numbers, booleans, or lists of them.</summary>
internal static class FormJson
{
    /// <exception cref="BadHttpRequestException">A value is an object.</exception>
    public static FormPost ToPost(IReadOnlyDictionary<string, JsonElement>? values) =>
        new((values ?? new Dictionary<string, JsonElement>()).ToDictionary(value => value.Key, value => Texts(value.Key, value.Value), StringComparer.Ordinal));

    private static IReadOnlyList<string> Texts(string key, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number => [value.GetDecimal().ToString(CultureInfo.InvariantCulture)],
        JsonValueKind.True => ["true"],
        JsonValueKind.False => [],
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(item => Texts(key, item))],
        _ => throw new BadHttpRequestException($"Expected a text, number, boolean or list for {key}, but it is an object."),
    };
}
