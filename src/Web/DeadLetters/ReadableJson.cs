using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Web.DeadLetters;

/// <summary>JSON as a person reads it: on several lines, Chinese as it is.</summary>
internal static class ReadableJson
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The text itself when it is no JSON: that may be what is wrong with it.</returns>
    public static string Of(string text)
    {
        try
        {
            return JsonNode.Parse(text)?.ToJsonString(Options) ?? text;
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
