using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Runtime.Ports;

/// <summary>FEEL values as activities see them, and back. Nothing is lost on the way: a date stays a date.</summary>
internal static class FeelNodes
{
    public static JsonObject Object(FeelContext context) => (JsonObject)Node(context)!;

    public static JsonNode? Node(FeelValue value)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer)) FeelJson.WriteTyped(json, value);
        return JsonNode.Parse(buffer.ToArray());
    }

    public static FeelValue Value(JsonNode? node) => node is null ? FeelValue.Null : FeelJson.ReadTyped(JsonSerializer.SerializeToElement(node));

    public static FeelContext Context(JsonObject node) => (FeelContext)Value(node);
}
