using System.Text.Json.Nodes;

namespace CaseFlow.Web.Calendars.Editing;

/// <summary>Holidays and make-up working days: an office's own, or those of one notice.</summary>
public sealed class DaysDraft
{
    public List<DayDraft> Off { get; } = [];

    public List<DayDraft> Working { get; } = [];

    public IEnumerable<DayDraft> All => Off.Concat(Working);

    /// <summary>In the order of their dates, as they are shown and written.</summary>
    /// <exception cref="FormatException">Not in the file format.</exception>
    public static DaysDraft Read(JsonObject source)
    {
        var days = new DaysDraft();
        days.Off.AddRange(source.Objects("off").Select(DayDraft.Read).OrderBy(day => day.From ?? DateOnly.MaxValue));
        days.Working.AddRange(source.Objects("working").Select(DayDraft.Read).OrderBy(day => day.From ?? DateOnly.MaxValue));
        return days;
    }

    public void WriteTo(JsonObject target)
    {
        target.PutList("off", Off.Select(day => day.Write()));
        target.PutList("working", Working.Select(day => day.Write()));
    }
}
