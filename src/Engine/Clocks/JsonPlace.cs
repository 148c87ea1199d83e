using System.Globalization;
using System.Text.Json;

namespace CaseFlow.Engine.Clocks;

/// <summary>A value in a calendar file, with the path by which a complaint names it.</summary>
internal readonly record struct JsonPlace(string File, string Path, JsonElement Value)
{
    public static JsonPlace Parse(string json, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return new JsonPlace(file, "$", document.RootElement.Clone());
        }
        catch (JsonException e)
        {
            throw new CalendarFormatException(file, $"line {e.LineNumber + 1}", "Expected JSON, but it can't be read here.");
        }
    }

    public bool IsObject => Value.ValueKind == JsonValueKind.Object;

    public CalendarFormatException Fault(string problem) => new(File, Path, problem);

    public JsonPlace? Find(string name)
    {
        if (!IsObject) throw Fault("Expected an object.");
        return Value.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? this with { Path = $"{Path}.{name}", Value = value } : null;
    }

    public JsonPlace Required(string name) => Find(name) ?? throw Fault($"Expected a property '{name}', but there is none.");

    public void HasOnly(params string[] names)
    {
        if (!IsObject) throw Fault("Expected an object.");
        foreach (var property in Value.EnumerateObject())
            if (!names.Contains(property.Name) && property.Name != "$schema")
                throw Fault($"Expected one of {string.Join(", ", names)}, but found '{property.Name}'.");
    }

    public IEnumerable<JsonPlace> Items()
    {
        if (Value.ValueKind != JsonValueKind.Array) throw Fault("Expected a list.");
        var (file, path) = (File, Path);
        return Value.EnumerateArray().Select((item, index) => new JsonPlace(file, $"{path}[{index}]", item));
    }

    public string Text() =>
        Value.ValueKind == JsonValueKind.String && Value.GetString() is { Length: > 0 } text ? text : throw Fault("Expected a text that isn't empty.");

    public bool YesOrNo() =>
        Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? Value.GetBoolean() : throw Fault("Expected true or false.");

    public int Year() =>
        Value.ValueKind == JsonValueKind.Number && Value.TryGetInt32(out var year) && year is >= 1900 and <= 9990 ? year : throw Fault("Expected a year such as 2026.");

    public DateOnly Date() =>
        DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Fault($"Expected a date such as 2026-01-31, but found '{Text()}'.");
}
