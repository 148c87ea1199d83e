using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseFlow.Runtime.Intake.Import;

/// <summary>Says how the rows of a CSV file become cases of a flow; see <c>examples/import/README.md</c>.</summary>
public sealed record ImportMap
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter<ImportClocks>(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Key of the flow each row starts a case of.</summary>
    public required string Flow { get; init; }

    /// <summary>Name of the sending system: with the row's own id it makes a second import of the same file start nothing.</summary>
    public required string Source { get; init; }

    /// <summary>Column with the row's own id.</summary>
    public required string ExternalId { get; init; }

    public string Channel { get; init; } = "import";

    /// <summary>When the request was first received; null: the time of the import.</summary>
    public ImportTime? ReceivedAt { get; init; }

    public ImportClocks Clocks { get; init; } = ImportClocks.FromReceived;

    /// <summary>Unit code that receives the case; null: as for a request from the web.</summary>
    public ImportValue? Unit { get; init; }

    /// <summary>Kind of the case; null: the flow's.</summary>
    public ImportValue? Kind { get; init; }

    /// <summary>Start form field to where its value comes from.</summary>
    public required IReadOnlyDictionary<string, ImportValue> Fields { get; init; }

    /// <summary>Name of the file's text encoding; a byte order mark decides before it does.</summary>
    public string Encoding { get; init; } = "utf-8";

    public string Delimiter { get; init; } = ",";

    /// <exception cref="FormatException">Not a map, naming what is wrong.</exception>
    public static ImportMap Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ImportMap>(json, Json) ?? throw new FormatException("Expected an import map, but found null.");
        }
        catch (JsonException error)
        {
            throw new FormatException($"Expected an import map, but line {error.LineNumber + 1}: {error.Message}", error);
        }
    }

    /// <summary>Every column the map names, for refusing a file that lacks one before any row is read.</summary>
    public IEnumerable<string> Columns() =>
        Fields.Values.Append(Unit).Append(Kind).Select(value => value?.Column).Append(ExternalId).Append(ReceivedAt?.Column)
            .OfType<string>().Distinct(StringComparer.Ordinal);
}

/// <summary>What the due times of an imported case count from.</summary>
public enum ImportClocks
{
    /// <summary>The time the request was first received: an old, open request is late at once, as it is in truth.</summary>
    FromReceived,

    /// <summary>The time of the import: for a backlog that gets a fresh start. The original time becomes the variable <c>originallyReceivedAt</c>.</summary>
    FromImport,
}

/// <summary>A value out of a row.</summary>
/// <param name="Column">Column to read; null: always <paramref name="Value"/>.</param>
/// <param name="Value">The value when there is no column, or its cell is empty.</param>
/// <param name="Values">Cell text to value; a cell that isn't listed gets <paramref name="Value"/>, or is refused when there is none.</param>
/// <param name="MaxLength">Longer text is cut to this many characters.</param>
/// <param name="Split">Separator of a cell with several values (checklists).</param>
public sealed record ImportValue(
    string? Column = null, string? Value = null, IReadOnlyDictionary<string, string>? Values = null, int? MaxLength = null, string? Split = null);

/// <param name="Formats">.NET date formats, tried in order.</param>
/// <param name="TimeZone">IANA name of the zone the file's times are in; unused when the text has an offset.</param>
public sealed record ImportTime(string Column, IReadOnlyList<string> Formats, string TimeZone);
