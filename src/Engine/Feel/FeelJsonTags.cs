using System.Text.Json;
using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Feel;

/// <summary>The kinds JSON has no word for, as an object with one "@…" member. A context's own keys that start with "@" get a second one.</summary>
internal static class FeelJsonTags
{
    public static void Write(Utf8JsonWriter writer, FeelValue value)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(TagOf(value));
        if (value is FeelRange range) WriteRange(writer, range, FeelJson.WriteTyped);
        else writer.WriteStringValue(FeelText.Of(value));
        writer.WriteEndObject();
    }

    public static void WriteRange(Utf8JsonWriter writer, FeelRange range, Action<Utf8JsonWriter, FeelValue> write)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("start");
        write(writer, range.Start);
        writer.WriteBoolean("startIncluded", range.StartIncluded);
        writer.WritePropertyName("end");
        write(writer, range.End);
        writer.WriteBoolean("endIncluded", range.EndIncluded);
        if (range.Unbounded) writer.WriteBoolean("unbounded", true);
        writer.WriteEndObject();
    }

    /// <summary>The value, or null when the object is an ordinary context.</summary>
    /// <exception cref="FormatException">The tag is known but its content is not of its form.</exception>
    public static FeelValue? Read(JsonElement element)
    {
        using var members = element.EnumerateObject();
        if (!members.MoveNext()) return null;
        var member = members.Current;
        if (!member.Name.StartsWith('@') || member.Name.StartsWith("@@", StringComparison.Ordinal) || members.MoveNext()) return null;
        return member.Name == "@range" ? ReadRange(member.Value) : ReadText(member.Name, member.Value.GetString() ?? "");
    }

    private static FeelValue ReadText(string tag, string text) => tag switch
    {
        "@date" => TemporalText.Date(text),
        "@time" => TemporalText.Time(text),
        "@dateTime" => TemporalText.DateTime(text),
        "@duration" => TemporalText.Duration(text),
        _ => (FeelValue?)null,
    } ?? throw new FormatException($"Expected a stored value of kind {tag}, but found \"{text}\".");

    private static FeelRange ReadRange(JsonElement element) => new(
        FeelJson.ReadTyped(element.GetProperty("start")),
        element.GetProperty("startIncluded").GetBoolean(),
        FeelJson.ReadTyped(element.GetProperty("end")),
        element.GetProperty("endIncluded").GetBoolean())
    {
        Unbounded = element.TryGetProperty("unbounded", out var unbounded) && unbounded.GetBoolean(),
    };

    private static string TagOf(FeelValue value) => value switch
    {
        FeelDate => "@date",
        FeelTime => "@time",
        FeelDateTime => "@dateTime",
        FeelDaysTimeDuration or FeelYearsMonthsDuration => "@duration",
        FeelRange => "@range",
        _ => throw new InvalidOperationException($"Expected a value that can be stored, but got a {value.GetType().Name}."),
    };
}
