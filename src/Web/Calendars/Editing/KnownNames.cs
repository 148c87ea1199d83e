namespace CaseFlow.Web.Calendars.Editing;

/// <summary>Names of holidays that stand in a tenant's calendars, in both languages: offered, and told from one another.</summary>
public sealed class KnownNames
{
    private readonly Dictionary<string, string> english = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> chinese = new(StringComparer.OrdinalIgnoreCase);

    public KnownNames(IEnumerable<CalendarDraft> calendars)
    {
        foreach (var day in calendars.SelectMany(calendar => calendar.AllDays).SelectMany(days => days.Days.All))
        {
            english[day.Chinese] = day.English;
            chinese[day.English] = day.Chinese;
        }
    }

    public IEnumerable<string> Chinese => english.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<string> English => chinese.Keys.Order(StringComparer.OrdinalIgnoreCase);

    /// <summary>Fills the other language in when one is known and the other is empty.</summary>
    public void Complete(DayDraft day)
    {
        if (day.English.Length == 0 && english.TryGetValue(day.Chinese.Trim(), out var knownEnglish)) day.English = knownEnglish;
        if (day.Chinese.Length == 0 && chinese.TryGetValue(day.English.Trim(), out var knownChinese)) day.Chinese = knownChinese;
    }
}
