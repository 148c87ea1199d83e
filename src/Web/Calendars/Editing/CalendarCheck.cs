using CaseFlow.Engine.Clocks;
using CaseFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Web.Calendars.Editing;

/// <summary>Looks through what was typed and says beside each field what is wrong with it, in people's words.</summary>
internal sealed class CalendarCheck
{
    private readonly Dictionary<string, string> found = new(StringComparer.Ordinal);
    private readonly IStringLocalizer<UiText> text;

    private CalendarCheck(IStringLocalizer<UiText> text) => this.text = text;

    /// <param name="taken">Ids that a new file can't have.</param>
    public static FieldErrors Of(CalendarDraft draft, IReadOnlyCollection<string> taken, IStringLocalizer<UiText> text)
    {
        var check = new CalendarCheck(text);
        check.Head(draft, taken);
        if (draft.IsOffice) check.Week(draft);
        else check.Notices(draft);
        foreach (var (path, days) in draft.AllDays) check.Days(path, days);
        return new FieldErrors(check.found);
    }

    private void Head(CalendarDraft draft, IReadOnlyCollection<string> taken)
    {
        var id = draft.Id.Trim();
        if (id.Length == 0 || !char.IsAsciiLetter(id[0]) || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')) Add("$.id", "Calendars.Error.Id");
        else if (taken.Contains(id)) Add("$.id", "Calendars.Error.Taken");
        if (draft.Chinese.Trim().Length == 0) Add("$.name.zh-CN", "Calendars.Error.Missing");
        if (draft.English.Trim().Length == 0) Add("$.name.en", "Calendars.Error.Missing");
    }

    private void Week(CalendarDraft draft)
    {
        foreach (var day in CalendarDraft.Weekdays) Hours($"$.week.{day}", draft.Week[day]);
        if (draft.Week.Values.All(day => day.All(hours => hours.IsEmpty))) Add("$.week", "Calendars.Error.Closed");
    }

    private void Hours(string path, List<HoursDraft> hours)
    {
        for (var at = 0; at < hours.Count; at++)
            if (hours[at] is { IsEmpty: false, Interval: null })
                Add($"{path}[{at}]", "Calendars.Error.Hours");
        if (DayHours.TryCreate(hours.Select(stretch => stretch.Interval).OfType<OpeningInterval>(), out _) is not null) Add(path, "Calendars.Error.Overlap");
    }

    private void Notices(CalendarDraft draft)
    {
        for (var at = 0; at < draft.Notices.Count; at++)
            if (draft.Notices[at].Title.Trim().Length == 0) Add($"$.notices[{at}].title", "Calendars.Error.Missing");
        var known = draft.Notices.SelectMany(notice => notice.Days.All).SelectMany(day => day.Dates()).Select(date => date.Year).ToHashSet();
        if (draft.YearNumbers.Count == 0 || draft.YearNumbers.Contains(null)) Add("$.years", "Calendars.Error.Years");
        else if (draft.YearNumbers.FirstOrDefault(year => !known.Contains(year!.Value)) is { } empty) Add("$.years", "Calendars.Error.EmptyYear", empty);
    }

    private void Days(string path, DaysDraft days)
    {
        var seen = new HashSet<DateOnly>();
        foreach (var (list, name) in new[] { (days.Off, "off"), (days.Working, "working") })
            for (var at = 0; at < list.Count; at++)
            {
                Day($"{path}.{name}[{at}]", list[at]);
                var dates = list[at].Dates().ToList();
                if (dates.Exists(seen.Contains)) Add($"{path}.{name}[{at}].date", "Calendars.Error.Twice");
                seen.UnionWith(dates);
            }
    }

    private void Day(string path, DayDraft day)
    {
        if (day.From is null) Add($"{path}.date", "Calendars.Error.Date");
        else if (!day.Dates().Any()) Add($"{path}.to", "Calendars.Error.To");
        if (day.Chinese.Trim().Length == 0) Add($"{path}.name.zh-CN", "Calendars.Error.Missing");
        if (day.English.Trim().Length == 0) Add($"{path}.name.en", "Calendars.Error.Missing");
        Hours($"{path}.hours", day.Hours);
    }

    private void Add(string path, string key, params object[] arguments) => found.TryAdd(path, text[key, arguments]);
}
