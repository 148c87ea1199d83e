namespace CaseFlow.Engine.Clocks;

/// <summary>What a calendar file holds.</summary>
public abstract record CalendarFile
{
    private protected CalendarFile() { }
}

/// <summary>An office's calendar.</summary>
/// <param name="HolidayLists">Ids of the holiday lists that it follows, which the reader has not seen: join them with <see cref="CalendarReader.Join"/>.</param>
/// <param name="OwnDays">The office's own days, which go before those of any list.</param>
public sealed record OfficeCalendarFile(WorkingCalendar Calendar, IReadOnlyList<string> HolidayLists, IReadOnlyList<SpecialDay> OwnDays) : CalendarFile;

/// <summary>Published holidays, of our own format or of the holiday-cn project.</summary>
public sealed record HolidayListFile(HolidayList List) : CalendarFile;
