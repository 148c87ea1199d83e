using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Runtime.Outbox;

namespace CaseFlow.Cli.Outbox;

/// <summary>A dead letter as a line, or as a JSON object on a line.</summary>
internal static class LetterText
{
    /// <summary>Key, case, kind, what, created, given up, attempts and the last error, with tabs between.</summary>
    public static string Line(DeadLetterRow row) => string.Create(
        CultureInfo.InvariantCulture, $"{row.Key}\t{row.CaseNumber}\t{row.Kind}\t{row.What}\t{Time(row.CreatedAt)}\t{Time(row.DeadAt)}\t{row.Attempts}\t{OneLine(row.LastError)}");

    public static string Json(DeadLetterRow row) => JsonSerializer.Serialize(row, LetterJson.Default.DeadLetterRow);

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string OneLine(string? text) => text?.ReplaceLineEndings(" ").Replace('\t', ' ') ?? "";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeadLetterRow))]
internal sealed partial class LetterJson : JsonSerializerContext;
