using System.Globalization;
using System.Text.Json;

namespace CaseFlow.Cli.Drive;

/// <summary>How values cross the driver: times as ISO 8601 with the offset, lists as arrays.</summary>
internal static class DriveAnswer
{
    public static void WriteTime(this Utf8JsonWriter answer, string name, DateTimeOffset at) =>
        answer.WriteString(name, at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));

    public static void WriteTexts(this Utf8JsonWriter answer, string name, IEnumerable<string> texts)
    {
        answer.WriteStartArray(name);
        foreach (var text in texts) answer.WriteStringValue(text);
        answer.WriteEndArray();
    }

    public static void WriteRows<T>(this Utf8JsonWriter answer, string name, IEnumerable<T> rows, Action<Utf8JsonWriter, T> write)
    {
        answer.WriteStartArray(name);
        foreach (var row in rows)
        {
            answer.WriteStartObject();
            write(answer, row);
            answer.WriteEndObject();
        }

        answer.WriteEndArray();
    }
}
