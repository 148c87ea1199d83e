using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Clocks;

namespace CaseFlow.Web.Calendars.Editing;

/// <summary>A stretch of opening hours as it is typed.</summary>
public sealed class HoursDraft
{
    private string from = "";
    private string to = "";

    /// <summary>Such as <c>09:00</c>; a time that is written otherwise (<c>9</c>, <c>930</c>, <c>9：30</c>) is put right.</summary>
    public string From
    {
        get => from;
        set => from = Tidy(value);
    }

    /// <inheritdoc cref="From"/>
    /// <summary>May be <c>24:00</c>.</summary>
    public string To
    {
        get => to;
        set => to = Tidy(value);
    }

    public bool IsEmpty => from.Length == 0 && to.Length == 0;

    /// <summary>Null: not both are times, or the end is not after the beginning.</summary>
    public OpeningInterval? Interval => OpeningInterval.TryParse($"{from}-{to}", out var interval) is null ? interval : null;

    /// <exception cref="FormatException">Not a text.</exception>
    public static HoursDraft Read(JsonNode? node)
    {
        if (node is not JsonValue value || !value.TryGetValue<string>(out var text)) throw new FormatException("hours");
        var ends = text.Split('-', 2, StringSplitOptions.TrimEntries);
        return new HoursDraft { From = ends[0], To = ends.Length > 1 ? ends[1] : "" };
    }

    public JsonNode Write() => JsonValue.Create($"{from}-{to}");

    private static string Tidy(string? typed)
    {
        var text = (typed ?? "").Trim().Normalize(System.Text.NormalizationForm.FormKC).Replace('.', ':');
        var digits = text.Replace(":", "", StringComparison.Ordinal);
        if (digits.Length is 0 or > 4 || !digits.All(char.IsAsciiDigit)) return text;
        if (text.Contains(':', StringComparison.Ordinal))
        {
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            return colon is 1 && text.Length == 4 ? $"0{text}" : text;
        }

        var number = int.Parse(digits, CultureInfo.InvariantCulture);
        var (hour, minute) = digits.Length <= 2 ? (number, 0) : (number / 100, number % 100);
        return string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}");
    }
}
