using System.Globalization;
using System.Text;
using System.Text.Json;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Runtime.Queries;

/// <summary>Variables as text: in a form's field, and for reading.</summary>
internal static class VariableText
{
    /// <summary>As a form's field takes it back; null for null and for what no single field can hold.</summary>
    public static string? ForField(FeelValue value) => value switch
    {
        FeelNull or FeelList or FeelContext => null,
        _ => Of(value),
    };

    public static string Of(FeelValue value) => value switch
    {
        FeelNull => "",
        FeelString text => text.Value,
        FeelBoolean truth => truth.Value ? "true" : "false",
        FeelNumber number => number.Value.ToString("0.############################", CultureInfo.InvariantCulture),
        FeelList list => string.Join(", ", list.Items.Select(Of)),
        _ => Json(value).Trim('"'),
    };

    /// <summary>What a person typed for a variable: true, false and numbers are taken as such, nothing as null; a text stays a text where one stood.</summary>
    /// <param name="before">The variable's present value; null: it has none.</param>
    public static FeelValue Read(string? typed, FeelValue? before)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0) return FeelValue.Null;
        if (before is FeelString) return FeelValue.From(text);
        if (text is "true" or "false") return FeelValue.From(text == "true");
        return decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? FeelValue.From(number) : FeelValue.From(text);
    }

    private static string Json(FeelValue value)
    {
        using var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) FeelJson.Write(writer, value);
        return Encoding.UTF8.GetString(content.ToArray());
    }
}
