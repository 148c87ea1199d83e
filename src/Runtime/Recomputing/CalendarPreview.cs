using CaseFlow.Engine.Clocks;

namespace CaseFlow.Runtime.Recomputing;

/// <summary>What a change of a calendar file would do, looked at before it is saved.</summary>
/// <param name="Refusal">Why it can't be saved; the rest is empty then.</param>
/// <param name="Calendars">Names of the office calendars that it concerns: the file's own, or those that follow the holiday list.</param>
/// <param name="Zone">The time zone before and after; null: as it was.</param>
/// <param name="Week">Weekdays with other opening hours, from Monday.</param>
/// <param name="Days">Dates that differ from their weekday otherwise than before, in order; neighbours that change alike are one.</param>
/// <param name="OpenClocks">Open clocks that follow one of the calendars and are worked out anew; at most <see cref="MostCounted"/>, which then means: that many or more.</param>
public sealed record CalendarPreview(
    CalendarRefusal? Refusal, IReadOnlyList<Engine.Model.LocalText> Calendars, ZoneChange? Zone, IReadOnlyList<WeekdayChange> Week, IReadOnlyList<DayChange> Days, int OpenClocks)
{
    public const int MostCounted = 10_000;

    /// <summary>No due time can come out otherwise.</summary>
    public bool ChangesNothing => Zone is null && Week.Count == 0 && Days.Count == 0;

    internal static CalendarPreview Refused(CalendarRefusal refusal) => new(refusal, [], null, [], [], 0);
}

/// <param name="Before">An IANA id; null: a new calendar.</param>
public sealed record ZoneChange(string? Before, string After);

/// <param name="Before">Closed in a new calendar.</param>
public sealed record WeekdayChange(DayOfWeek Day, DayHours Before, DayHours After);

/// <param name="To">The last day, which may be the first.</param>
/// <param name="Before">What the first day was; null: an ordinary day of the week. The others of the stretch were alike.</param>
public sealed record DayChange(DateOnly From, DateOnly To, SpecialDay? Before, SpecialDay? After);
