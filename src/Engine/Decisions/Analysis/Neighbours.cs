using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Decisions.Analysis;

/// <summary>A value below, above or between others of an ordered kind; null where there is none.</summary>
internal static class Neighbours
{
    public static FeelValue? Below(FeelValue value) => value switch
    {
        FeelNumber number => new FeelNumber(number.Value - 1),
        FeelDate date => FeelDate.FromDayNumber(date.DayNumber - 1),
        FeelDateTime moment => moment.AddSeconds(-86_400),
        FeelTime { NanosecondOfDay: > 0 } time => new FeelTime(0, time.Zone),
        FeelDaysTimeDuration duration => new FeelDaysTimeDuration(duration.Seconds - 86_400),
        FeelYearsMonthsDuration duration => new FeelYearsMonthsDuration(duration.Months - 1),
        _ => null,
    };

    public static FeelValue? Above(FeelValue value) => value switch
    {
        FeelNumber number => new FeelNumber(number.Value + 1),
        FeelDate date => FeelDate.FromDayNumber(date.DayNumber + 1),
        FeelDateTime moment => moment.AddSeconds(86_400),
        FeelTime { NanosecondOfDay: < FeelTime.NanosecondsOfDay - 1 } time => new FeelTime(FeelTime.NanosecondsOfDay - 1, time.Zone),
        FeelDaysTimeDuration duration => new FeelDaysTimeDuration(duration.Seconds + 86_400),
        FeelYearsMonthsDuration duration => new FeelYearsMonthsDuration(duration.Months + 1),
        _ => null,
    };

    /// <summary>Between two days that follow each other there is none.</summary>
    public static FeelValue? Between(FeelValue low, FeelValue high) => (low, high) switch
    {
        (FeelNumber a, FeelNumber b) => Middle(a.Value, b.Value) is { } middle ? new FeelNumber(middle) : null,
        (FeelDate a, FeelDate b) => b.DayNumber - a.DayNumber > 1 ? FeelDate.FromDayNumber(a.DayNumber + 1) : null,
        (FeelDateTime a, FeelDateTime b) => a.AddSeconds((b.SecondsUtc(0) - a.SecondsUtc(0)) / 2),
        (FeelTime a, FeelTime b) => b.NanosecondOfDay - a.NanosecondOfDay > 1 ? new FeelTime((a.NanosecondOfDay + b.NanosecondOfDay) / 2, a.Zone) : null,
        (FeelDaysTimeDuration a, FeelDaysTimeDuration b) => Middle(a.Seconds, b.Seconds) is { } middle ? new FeelDaysTimeDuration(middle) : null,
        (FeelYearsMonthsDuration a, FeelYearsMonthsDuration b) => b.Months - a.Months > 1 ? new FeelYearsMonthsDuration(a.Months + 1) : null,
        _ => null,
    };

    private static decimal? Middle(decimal low, decimal high)
    {
        var whole = decimal.Floor(low) + 1;
        if (whole < high) return whole;
        var middle = low + (high - low) / 2;
        return middle > low && middle < high ? middle : null;
    }
}
