using System.Collections.Immutable;
using System.Text.Json;
using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Feel;

/// <summary>
/// Values as JSON. Plain is for people and other programs: temporal values are ISO 8601 strings.
/// Typed loses nothing and is for snapshots and events: what JSON lacks becomes {"@date":"2026-01-05"} and the like.
/// </summary>
public static class FeelJson
{
    /// <summary>A string stays a string, even when it looks like a date. Numbers beyond a decimal are null.</summary>
    public static FeelValue Read(JsonElement element) => Read(element, typed: false);

    public static void Write(Utf8JsonWriter writer, FeelValue value) => Write(writer, value, typed: false);

    /// <summary>Reads what <see cref="WriteTyped"/> wrote.</summary>
    public static FeelValue ReadTyped(JsonElement element) => Read(element, typed: true);

    public static void WriteTyped(Utf8JsonWriter writer, FeelValue value) => Write(writer, value, typed: true);

    private static FeelValue Read(JsonElement element, bool typed) => element.ValueKind switch
    {
        JsonValueKind.True => FeelBoolean.True,
        JsonValueKind.False => FeelBoolean.False,
        JsonValueKind.String => FeelValue.From(element.GetString()),
        JsonValueKind.Number => element.TryGetDecimal(out var number) ? new FeelNumber(number) : FeelValue.Null,
        JsonValueKind.Array => new FeelList([.. element.EnumerateArray().Select(item => Read(item, typed))]),
        JsonValueKind.Object => typed && FeelJsonTags.Read(element) is { } tagged ? tagged : ReadContext(element, typed),
        _ => FeelValue.Null,
    };

    private static FeelContext ReadContext(JsonElement element, bool typed)
    {
        var context = ImmutableArray.CreateBuilder<KeyValuePair<string, FeelValue>>();
        foreach (var property in element.EnumerateObject())
        {
            var name = typed && property.Name.StartsWith("@@", StringComparison.Ordinal) ? property.Name[1..] : property.Name;
            var at = context.FindIndex(name);
            if (at >= 0) context[at] = new(name, Read(property.Value, typed));
            else context.Add(new(name, Read(property.Value, typed)));
        }
        return new FeelContext(context.ToImmutable());
    }

    private static int FindIndex(this ImmutableArray<KeyValuePair<string, FeelValue>>.Builder entries, string name)
    {
        for (var i = 0; i < entries.Count; i++)
            if (entries[i].Key == name)
                return i;
        return -1;
    }

    private static void Write(Utf8JsonWriter writer, FeelValue value, bool typed)
    {
        switch (value)
        {
            case FeelNull: writer.WriteNullValue(); break;
            case FeelBoolean truth: writer.WriteBooleanValue(truth.Value); break;
            case FeelNumber number: writer.WriteNumberValue(number.Value); break;
            case FeelString text: writer.WriteStringValue(text.Value); break;
            case FeelList list: WriteList(writer, list, typed); break;
            case FeelContext context: WriteContext(writer, context, typed); break;
            case FeelFunction: writer.WriteNullValue(); break;
            default:
                if (typed) FeelJsonTags.Write(writer, value);
                else if (value is FeelRange range) FeelJsonTags.WriteRange(writer, range, Write);
                else writer.WriteStringValue(FeelText.Of(value));
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter writer, FeelList list, bool typed)
    {
        writer.WriteStartArray();
        foreach (var item in list.Items) Write(writer, item, typed);
        writer.WriteEndArray();
    }

    private static void WriteContext(Utf8JsonWriter writer, FeelContext context, bool typed)
    {
        writer.WriteStartObject();
        foreach (var entry in context.Entries)
        {
            writer.WritePropertyName(typed && entry.Key.StartsWith('@') ? "@" + entry.Key : entry.Key);
            Write(writer, entry.Value, typed);
        }
        writer.WriteEndObject();
    }
}
