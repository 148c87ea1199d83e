using System.Globalization;
using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Tests.Clocks;

/// <summary>Small calendars for examples, and local times written as people write them.</summary>
internal static class Calendars
{
    public static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    public static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    /// <summary>Monday to Friday, 09:00 to 17:00, without holidays.</summary>
    public static WorkingCalendar Office(TimeZoneInfo? zone = null, string hours = "09:00-17:00", params DayOfWeek[] days) =>
        new("office", new LocalText("办公时间"), zone ?? Shanghai,
            Week((days is [] ? [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday] : days).ToDictionary(day => day, _ => Hours(hours))));

    public static WeekHours Week(IReadOnlyDictionary<DayOfWeek, DayHours> days)
    {
        Assert.Null(WeekHours.TryCreate(days, out var week));
        return week!;
    }

    public static DayHours Hours(string text)
    {
        var intervals = text.Split(',').Select(part =>
        {
            Assert.Null(OpeningInterval.TryParse(part, out var interval));
            return interval;
        }).ToList();
        Assert.Null(DayHours.TryCreate(intervals, out var hours));
        return hours;
    }

    public static SpecialDay Off(string date) => new(DateOnly.Parse(date, CultureInfo.InvariantCulture), false, new LocalText("假日"));

    public static SpecialDay Working(string date, string? hours = null) =>
        new(DateOnly.Parse(date, CultureInfo.InvariantCulture), true, new LocalText("调休"), hours is null ? null : Hours(hours));

    /// <summary>The instant of a local time such as <c>2026-01-05 09:00</c> in the calendar's zone.</summary>
    public static DateTimeOffset At(this WorkingCalendar calendar, string local) =>
        ZoneTime.At(calendar.Zone, DateTime.Parse(local, CultureInfo.InvariantCulture));

    /// <summary>The due time as local text, with the years that are missing behind it.</summary>
    public static string Due(this WorkingCalendar calendar, string start, string rule, decimal amount)
    {
        Assert.True(DueRules.TryParse(rule, out var known), rule);
        return Show(DueTime.After(calendar, calendar.At(start), known, amount));
    }

    public static string Show(DueResult result) => result switch
    {
        DueAt { CalendarYearMissing: false } due => due.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        DueAt due => due.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " missing " + string.Join(",", due.MissingYears),
        DueRefused refused => refused.Problem,
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };
}
