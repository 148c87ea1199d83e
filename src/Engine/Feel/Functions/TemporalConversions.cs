using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>date, time, date and time, duration, years and months duration.</summary>
internal static class TemporalConversions
{
    public static BuiltIn[] All { get; } =
    [
        new("date", [Form.Of("from", ToDate), Form.Of("year, month, day", MakeDate)]),
        new("time", [Form.Of("from", ToTime), Form.Of("hour, minute, second, offset?", MakeTime)]),
        new("date and time", [Form.Of("from", ToDateTime), Form.Of("date, time", JoinDateTime)]),
        new("duration", [Form.Of("from", args => args.Text(0) is { } text ? TemporalText.Duration(text) : null)]),
        new("years and months duration", [Form.Of("from, to", Months)]),
    ];

    private static FeelValue? ToDate(Arguments args) => args[0] switch
    {
        FeelDate date => date,
        FeelDateTime moment => moment.Date,
        _ => args.Text(0) is { } text ? TemporalText.Date(text) : null,
    };

    private static FeelDate? MakeDate(Arguments args) =>
        args.Number(0) is { } year && args.Number(1) is { } month && args.Number(2) is { } day && IsWhole(year) && IsWhole(month) && IsWhole(day)
            ? FeelDate.Create((long)year, (long)month, (long)day)
            : null;

    private static bool IsWhole(decimal number) => number == decimal.Truncate(number) && Math.Abs(number) < long.MaxValue;

    private static FeelValue? ToTime(Arguments args) => args[0] switch
    {
        FeelTime time => time,
        FeelDateTime moment => moment.Time,
        FeelDate => new FeelTime(0, FeelZone.Utc),
        _ => args.Text(0) is { } text ? TemporalText.Time(text) : null,
    };

    private static FeelTime? MakeTime(Arguments args)
    {
        if (args.Number(0) is not { } hour || args.Number(1) is not { } minute || args.Number(2) is not { } second) return null;
        if (!IsWhole(hour) || !IsWhole(minute)) return null;
        if (args.IsNull(3)) return FeelTime.Create((long)hour, (long)minute, second);
        return args.As<FeelDaysTimeDuration>(3) is { } offset && Math.Abs(offset.Seconds) < 86_400
            && FeelZone.FromOffset((long)offset.Seconds) is { } zone
            ? FeelTime.Create((long)hour, (long)minute, second, zone)
            : null;
    }

    private static FeelValue? ToDateTime(Arguments args) => args[0] switch
    {
        FeelDateTime moment => moment,
        FeelDate date => Arithmetic.Moment(date),
        _ => args.Text(0) is { } text ? TemporalText.DateTime(text) : null,
    };

    private static FeelDateTime? JoinDateTime(Arguments args)
    {
        var date = args.As<FeelDate>(0) ?? args.As<FeelDateTime>(0)?.Date;
        return date is not null && args.As<FeelTime>(1) is { } time ? new FeelDateTime(date, time) : null;
    }

    /// <summary>Whole months between two days, whatever their times.</summary>
    private static FeelYearsMonthsDuration? Months(Arguments args)
    {
        var from = args.As<FeelDate>(0) ?? args.As<FeelDateTime>(0)?.Date;
        var to = args.As<FeelDate>(1) ?? args.As<FeelDateTime>(1)?.Date;
        if (from is null || to is null) return null;
        var months = (to.Year - (long)from.Year) * 12 + to.Month - from.Month;
        if (months > 0 && to.Day < from.Day) months--;
        if (months < 0 && to.Day > from.Day) months++;
        return new FeelYearsMonthsDuration(months);
    }
}
