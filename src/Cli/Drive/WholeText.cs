using System.Text.Json;

namespace CaseFlow.Cli.Drive;

/// <summary>JSON can escape half a character (<c>\ud800</c>), which no text can hold.</summary>
internal static class WholeText
{
    /// <exception cref="DriveFault">A name or a text holds half a character.</exception>
    public static void Check(string line, JsonElement root)
    {
        if (line.Contains("\\u", StringComparison.OrdinalIgnoreCase) && !IsWhole(root)) throw new DriveFault("Expected texts of whole characters, but one holds half a surrogate pair.");
    }

    private static bool IsWhole(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() is not null,
                JsonValueKind.Array => value.EnumerateArray().All(IsWhole),
                JsonValueKind.Object => value.EnumerateObject().All(field => field.Name is not null && IsWhole(field.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
