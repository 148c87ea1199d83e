using System.Globalization;

namespace CaseFlow.Runtime.Intake.Import;

/// <summary>Applies a map to rows of a file with one header.</summary>
internal sealed class RowMapper
{
    private readonly ImportMap _map;
    private readonly Dictionary<string, int> _columns;
    private readonly TimeZoneInfo? _zone;

    /// <exception cref="FormatException">A column or time zone that the map names isn't there.</exception>
    public RowMapper(ImportMap map, IReadOnlyList<string> header)
    {
        _map = map;
        _columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Count; i++) _columns.TryAdd(header[i].Trim(), i);
        var missing = map.Columns().Where(name => !_columns.ContainsKey(name)).ToList();
        if (missing.Count > 0)
            throw new FormatException($"Expected the columns {string.Join(", ", missing)}, but the file has {string.Join(", ", _columns.Keys)}.");
        if (map.ReceivedAt is { } time) _zone = ZoneOf(time.TimeZone);
    }

    /// <exception cref="RowRefusedException">The row has no id, a bad date or an unknown value.</exception>
    public MappedRow Map(ImportRow row)
    {
        var id = CellOf(row, _map.ExternalId);
        if (id.Length == 0) throw new RowRefusedException($"Expected an id in column {_map.ExternalId}, but it is empty.");
        return new MappedRow(id, ValueOf(row, _map.Unit), ValueOf(row, _map.Kind), TimeOf(row), FieldsOf(row));
    }

    private Dictionary<string, IReadOnlyList<string>> FieldsOf(ImportRow row)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (field, source) in _map.Fields)
            if (ValueOf(row, source) is { } value)
                values[field] = source.Split is null ? [value] : value.Split(source.Split, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return values;
    }

    private string? ValueOf(ImportRow row, ImportValue? source)
    {
        if (source?.Column is null) return source?.Value;
        var cell = CellOf(row, source.Column);
        if (cell.Length == 0) return source.Value;
        return source.Values is null ? Cut(cell, source.MaxLength) : Translate(cell, source);
    }

    private static string Translate(string cell, ImportValue source) =>
        source.Values!.TryGetValue(cell, out var value) ? value : source.Value
            ?? throw new RowRefusedException($"Expected one of {string.Join(", ", source.Values.Keys)} in column {source.Column}, but found {cell}.");

    private DateTimeOffset? TimeOf(ImportRow row)
    {
        if (_map.ReceivedAt is not { } time) return null;
        var cell = CellOf(row, time.Column);
        if (!DateTime.TryParseExact(cell, [.. time.Formats], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var read))
            throw new RowRefusedException($"Expected a time like {string.Join(" or ", time.Formats)} in column {time.Column}, but found {(cell.Length == 0 ? "nothing" : cell)}.");
        return read.Kind == DateTimeKind.Unspecified ? InZone(read) : new DateTimeOffset(read).ToUniversalTime();
    }

    /// <summary>A time in the hour that spring skips is moved on by that hour; one in the hour that autumn repeats is taken as the first.</summary>
    private DateTimeOffset InZone(DateTime local)
    {
        if (_zone!.IsInvalidTime(local)) local = local.AddHours(1);
        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private string CellOf(ImportRow row, string column)
    {
        var index = _columns[column];
        return index < row.Cells.Length ? row.Cells[index].Trim() : "";
    }

    private static string Cut(string text, int? length)
    {
        if (length is not { } max || text.Length <= max) return text;
        return char.IsHighSurrogate(text[max - 1]) ? text[..(max - 1)] : text[..max];
    }

    private static TimeZoneInfo ZoneOf(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var found) ? found : throw new FormatException($"Expected a time zone, but {id} is unknown.");
}
