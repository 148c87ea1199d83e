namespace CaseFlow.Engine.Feel.Semantics;

/// <summary>The properties of temporal values and ranges (DMN 1.5, table 65).</summary>
internal static class Properties
{
    public static readonly string[] Names =
    [
        "time offset", "start included", "end included",
    ];

    /// <summary>Null when the value has no such property.</summary>
    public static FeelValue Read(FeelValue value, string name) => value switch
    {
        FeelDate date => OfDate(date, name),
        FeelTime time => OfTime(time, time.Zone?.StandardOffset, name),
        FeelDateTime moment => OfMoment(moment, name),
        FeelDaysTimeDuration duration => OfDuration(duration, name),
        FeelYearsMonthsDuration duration => OfDuration(duration, name),
        FeelRange range => OfRange(range, name),
        _ => FeelValue.Null,
    };

    private static FeelValue OfDate(FeelDate date, string name) => name switch
    {
        "year" => Number(date.Year),
        "month" => Number(date.Month),
        "day" => Number(date.Day),
        "weekday" => Number(date.Weekday),
        _ => FeelValue.Null,
    };

    private static FeelValue OfTime(FeelTime time, int? offset, string name) => name switch
    {
        "hour" => Number(time.Hour),
        "minute" => Number(time.Minute),
        "second" => Number(time.Second),
        "time offset" => offset is { } seconds ? new FeelDaysTimeDuration(seconds) : FeelValue.Null,
        "timezone" => FeelValue.From(time.Zone?.Id),
        _ => FeelValue.Null,
    };

    private static FeelValue OfMoment(FeelDateTime moment, string name) =>
        name is "year" or "month" or "day" or "weekday"
            ? OfDate(moment.Date, name)
            : OfTime(moment.Time, moment.OffsetSeconds, name);

    private static FeelValue OfDuration(FeelDaysTimeDuration duration, string name)
    {
        var seconds = duration.Seconds;
        return name switch
        {
            "days" => Number(decimal.Truncate(seconds / 86_400)),
            "hours" => Number(decimal.Truncate(seconds / 3_600) % 24),
            "minutes" => Number(decimal.Truncate(seconds / 60) % 60),
            "seconds" => Number(seconds % 60),
            _ => FeelValue.Null,
        };
    }

    private static FeelValue OfDuration(FeelYearsMonthsDuration duration, string name) => name switch
    {
        "years" => Number(duration.Months / 12),
        "months" => Number(duration.Months % 12),
        _ => FeelValue.Null,
    };

    private static FeelValue OfRange(FeelRange range, string name) => name switch
    {
        "start" => range.Start,
        "end" => range.End,
        "start included" => FeelValue.From(range.StartIncluded),
        "end included" => FeelValue.From(range.EndIncluded),
        _ => FeelValue.Null,
    };

    private static FeelNumber Number(decimal value) => new(value);
}
