using System.Globalization;
using CaseFlow.Web.Resources;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CaseFlow.Web.Language;

/// <summary>Moments as the office's wall clock shows them, and how far off they are in people's words.</summary>
public sealed class OfficeTime(TimeProvider clock, IStringLocalizer<UiText> text, IOptions<OfficeOptions> office)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(office.Value.TimeZone);

    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone);

    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone);

    /// <summary>Date, weekday and time to the minute: what stands behind every short form.</summary>
    public string Exact(DateTimeOffset moment) => Local(moment).ToString(text["Time.ExactFormat"], CultureInfo.CurrentCulture);

    /// <summary>The shortest form that is not ambiguous: the time today, the day this year, else the whole date.</summary>
    public string Short(DateTimeOffset moment)
    {
        var local = Local(moment);
        var format = local.Date == Now.Date ? "Time.TodayFormat" : local.Year == Now.Year ? "Time.ThisYearFormat" : "Time.DateFormat";
        return local.ToString(text[format], CultureInfo.CurrentCulture);
    }

    public string Date(DateTimeOffset moment) => Local(moment).ToString(text["Time.DateFormat"], CultureInfo.CurrentCulture);

    /// <summary>Midnight at the beginning of a day.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }

    /// <summary>"3 h 20 min left" before, "1 day over" after.</summary>
    public string Remaining(DateTimeOffset due)
    {
        var left = due - clock.GetUtcNow();
        return left >= TimeSpan.Zero ? text["Time.Left", Span(left)] : text["Time.Over", Span(-left)];
    }

    /// <summary>A length of time in its two largest units; one alone from three days on, where hours no longer matter.</summary>
    public string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => text["Time.UnderAMinute"],
        { TotalHours: < 1 } => text["Time.Minutes", span.Minutes],
        { TotalDays: < 1, Minutes: 0 } => text["Time.Hours", span.Hours],
        { TotalDays: < 1 } => text["Time.HoursMinutes", span.Hours, span.Minutes],
        { TotalDays: < 3, Hours: > 0 } => text["Time.DaysHours", span.Days, span.Hours],
        { Days: 1 } => text["Time.OneDay"],
        _ => text["Time.Days", span.Days],
    };
}
