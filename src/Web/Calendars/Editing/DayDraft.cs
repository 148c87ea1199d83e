using System.Globalization;
using System.Text.Json.Nodes;

namespace CaseFlow.Web.Calendars.Editing;

/// <summary>A holiday or a make-up working day, or a stretch of them, as it is typed.</summary>
public sealed class DayDraft
{
    private const string Format = "yyyy-MM-dd";

    private readonly JsonObject source;

    public DayDraft()
        : this([])
    {
    }

    private DayDraft(JsonObject source) => this.source = source;

    public DateOnly? From { get; set; }

    /// <summary>The last day; null: one day only.</summary>
    public DateOnly? To { get; set; }

    public string Chinese { get; set; } = "";

    public string English { get; set; } = "";

    /// <summary>Of a make-up working day; empty: those of its weekday.</summary>
    public List<HoursDraft> Hours { get; } = [];

    /// <exception cref="FormatException">Not in the file format.</exception>
    public static DayDraft Read(JsonObject source)
    {
        var name = source["name"] as JsonObject ?? [];
        var day = new DayDraft(source)
        {
            From = Date(source.Text("date")) ?? Date(source.Text("from")),
            To = Date(source.Text("to")),
            Chinese = name.Text("zh-CN"),
            English = name.Text("en"),
        };
        if (day.To == day.From) day.To = null;
        day.Hours.AddRange(source.Items("hours").Select(HoursDraft.Read));
        return day;
    }

    public JsonObject Write()
    {
        JsonObject written = To is null || To == From ? new() { ["date"] = Text(From) } : new() { ["from"] = Text(From), ["to"] = Text(To) };
        foreach (var (key, value) in source)
            if (key is not ("date" or "from" or "to"))
                written[key] = value?.DeepClone();
        if (written["name"] is not JsonObject name) written["name"] = name = [];
        (name["zh-CN"], name["en"]) = (Chinese.Trim(), English.Trim());
        var hours = Hours.Where(stretch => !stretch.IsEmpty).Select(stretch => stretch.Write()).ToList();
        if (hours.Count > 0) written["hours"] = new JsonArray([.. hours]);
        else written.Remove("hours");
        return written;
    }

    /// <summary>The dates it stands for; none while they are not complete.</summary>
    public IEnumerable<DateOnly> Dates() =>
        From is { } from && (To ?? from) is var to && to.DayNumber - from.DayNumber is >= 0 and < 366 ? Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays) : [];

    internal static DateOnly? Date(string text) => DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    internal static string Text(DateOnly? date) => date?.ToString(Format, CultureInfo.InvariantCulture) ?? "";
}
