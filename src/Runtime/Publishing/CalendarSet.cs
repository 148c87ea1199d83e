using CaseFlow.Engine.Clocks;

namespace CaseFlow.Runtime.Publishing;

/// <summary>A tenant's calendars as they stood when read.</summary>
public sealed class CalendarSet
{
    /// <summary>For a tenant that has no calendar yet.</summary>
    private static readonly WorkingCalendar Always = WorkingCalendar.AroundTheClock(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    private readonly Dictionary<string, WorkingCalendar> _calendars;

    private CalendarSet(Dictionary<string, WorkingCalendar> calendars, WorkingCalendar @default)
    {
        _calendars = calendars;
        Default = @default;
    }

    /// <summary>The one clocks use when they name none; its zone is the tenant's.</summary>
    public WorkingCalendar Default { get; }

    public IReadOnlyCollection<string> Ids => _calendars.Keys;

    /// <summary>A calendar by id; null: the tenant's default.</summary>
    /// <exception cref="KeyNotFoundException">No such calendar.</exception>
    public WorkingCalendar this[string? id] => id is null ? Default : _calendars.TryGetValue(id, out var found)
        ? found
        : throw new KeyNotFoundException($"Expected one of the calendars {string.Join(", ", _calendars.Keys)}, but {id} was named.");

    internal static CalendarSet Read(IEnumerable<(string Id, string Content, bool IsDefault)> rows)
    {
        var files = rows.Select(row => (row.Id, row.IsDefault, File: CalendarReader.Read(row.Content, row.Id))).ToList();
        var lists = files.Select(file => file.File).OfType<HolidayListFile>().Select(file => file.List).ToList();
        var offices = files.Where(file => file.File is OfficeCalendarFile)
            .Select(file => (file.IsDefault, Calendar: CalendarReader.Join((OfficeCalendarFile)file.File, file.Id, lists))).ToList();
        var first = offices.OrderByDescending(office => office.IsDefault).Select(office => office.Calendar).FirstOrDefault();
        return new CalendarSet(offices.ToDictionary(office => office.Calendar.Id, office => office.Calendar, StringComparer.Ordinal), first ?? Always);
    }
}
