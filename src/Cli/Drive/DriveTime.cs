using System.Globalization;
using System.Text.Json;

namespace CaseFlow.Cli.Drive;

/// <summary>Times as they cross the driver: ISO 8601 with the offset.</summary>
internal static class DriveTime
{
    public static void WriteTime(this Utf8JsonWriter answer, string name, DateTimeOffset at) =>
        answer.WriteString(name, at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));
}
