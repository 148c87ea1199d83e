using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Web.Calendars.Editing;

/// <summary>Reads and writes the text of a calendar file. Written as people write it: what fits on a line stands on one.</summary>
internal static class CalendarJson
{
    private const int LineLength = 140;

    private static readonly JsonDocumentOptions Reading = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Null: it isn't a JSON object.</returns>
    public static JsonObject? Read(string text)
    {
        try
        {
            return JsonNode.Parse(text, null, Reading) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string Write(JsonNode node)
    {
        var text = new StringBuilder();
        Write(node, 0, 0, isRoot: true, text);
        return text.Append('\n').ToString();
    }

    /// <summary>The text under a name; empty when there is none.</summary>
    public static string Text(this JsonObject from, string name) => from[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    /// <summary>The objects in a list; none when there is no such list.</summary>
    /// <exception cref="FormatException">Something else is in its place.</exception>
    public static IEnumerable<JsonObject> Objects(this JsonObject from, string name) => from.Items(name).Select(item => item as JsonObject ?? throw new FormatException(name));

    /// <exception cref="FormatException">Something else is in its place.</exception>
    public static IEnumerable<JsonNode?> Items(this JsonObject from, string name) => from[name] switch
    {
        null => [],
        JsonArray list => list,
        _ => throw new FormatException(name),
    };

    /// <summary>Puts a list there; an empty one only where one was before.</summary>
    public static void PutList(this JsonObject to, string name, IEnumerable<JsonNode?> items)
    {
        JsonArray list = [.. items];
        if (list.Count > 0 || to[name] is JsonArray) to[name] = list;
    }

    private static void Write(JsonNode? node, int indent, int used, bool isRoot, StringBuilder text)
    {
        var line = Line(node);
        if (node is not (JsonObject { Count: > 0 } or JsonArray { Count: > 0 }) || (!isRoot && used + line.Length <= LineLength && !HasLists(node)))
        {
            text.Append(line);
            return;
        }

        var (open, close) = node is JsonObject ? ('{', '}') : ('[', ']');
        text.Append(open);
        var first = true;
        foreach (var (name, value) in Parts(node))
        {
            text.Append(first ? "\n" : ",\n").Append(' ', indent + 2).Append(name);
            Write(value, indent + 2, indent + 2 + name.Length, isRoot: false, text);
            first = false;
        }

        text.Append('\n').Append(' ', indent).Append(close);
    }

    /// <summary>A list of objects is easier to read with one a line, and so is what has several parts with lists.</summary>
    private static bool HasLists(JsonNode node) => node is JsonArray list ? list.Any(item => item is JsonObject) : ((JsonObject)node).Any(part => part.Value is JsonArray);

    private static IEnumerable<(string Name, JsonNode? Value)> Parts(JsonNode node) => node is JsonObject parts
        ? parts.Select(part => ($"{JsonSerializer.Serialize(part.Key, OneLine)}: ", part.Value))
        : ((JsonArray)node).Select(item => ("", item));

    private static string Line(JsonNode? node) => node switch
    {
        JsonObject { Count: > 0 } parts => $"{{ {string.Join(", ", parts.Select(part => $"{JsonSerializer.Serialize(part.Key, OneLine)}: {Line(part.Value)}"))} }}",
        JsonArray list => $"[{string.Join(", ", list.Select(Line))}]",
        null => "null",
        _ => node.ToJsonString(OneLine),
    };
}
