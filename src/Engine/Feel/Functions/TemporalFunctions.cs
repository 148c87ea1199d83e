using System.Globalization;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>What a day is called, and what day it is.</summary>
internal static class TemporalFunctions
{
    public static BuiltIn[] All { get; } =
    [
        OfDay("day of year", date => FeelValue.From((decimal)date.DayOfYear)),
        OfDay("day of week", date => new FeelString(CultureInfo.InvariantCulture.DateTimeFormat.DayNames[date.Weekday % 7])),
        OfDay("month of year", date => new FeelString(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[date.Month - 1])),
        OfDay("week of year", date => FeelValue.From((decimal)IsoWeek(date))),
        new("now", [Form.Of("", args => FeelDateTime.From(args.Run.Now))]),
        new("today", [Form.Of("", args => FeelDateTime.From(args.Run.Now).Date)]),
    ];

    private static BuiltIn OfDay(string name, Func<FeelDate, FeelValue> body) => new(name,
    [
        Form.Of("date", args => (args.As<FeelDate>(0) ?? args.As<FeelDateTime>(0)?.Date) is { } date ? body(date) : null),
    ]);

    /// <summary>The ISO 8601 week: week 1 holds the year's first Thursday.</summary>
    private static int IsoWeek(FeelDate date)
    {
        var thursday = FeelDate.FromDayNumber(date.DayNumber - date.Weekday + 4) ?? date;
        return (thursday.DayOfYear - 1) / 7 + 1;
    }
}
