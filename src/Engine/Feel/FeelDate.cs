using System.Globalization;

namespace CaseFlow.Engine.Feel;

/// <summary>A day of the proleptic Gregorian calendar, years -999,999,999 to 999,999,999. Make one with <see cref="Create"/>, which checks it.</summary>
public sealed record FeelDate : FeelValue
{
    internal const int MaxYear = 999_999_999;

    private FeelDate(int year, int month, int day) => (Year, Month, Day) = (year, month, day);

    public int Year { get; }

    public int Month { get; }

    public int Day { get; }

    /// <summary>Days since 1970-01-01.</summary>
    public long DayNumber
    {
        get
        {
            long year = Month <= 2 ? Year - 1 : Year;
            var era = (year >= 0 ? year : year - 399) / 400;
            var yearOfEra = year - era * 400;
            var dayOfYear = (153 * (Month > 2 ? Month - 3 : Month + 9) + 2) / 5 + Day - 1;
            return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
        }
    }

    /// <summary>1 is Monday, 7 is Sunday.</summary>
    public int Weekday => (int)(((DayNumber + 3) % 7 + 7) % 7) + 1;

    public int DayOfYear => (int)(DayNumber - new FeelDate(Year, 1, 1).DayNumber) + 1;

    /// <summary>The date, or null when the calendar has no such day.</summary>
    public static FeelDate? Create(long year, long month, long day) =>
        Math.Abs(year) > MaxYear || month is < 1 or > 12 || day < 1 || day > DaysInMonth(year, (int)month)
            ? null
            : new FeelDate((int)year, (int)month, (int)day);

    public static FeelDate From(DateOnly date) => new(date.Year, date.Month, date.Day);

    internal static FeelDate? FromDayNumber(long days)
    {
        if (Math.Abs(days) > 366L * MaxYear) return null;
        var shifted = days + 719_468;
        var era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097;
        var dayOfEra = shifted - era * 146_097;
        var yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var monthIndex = (5 * dayOfYear + 2) / 153;
        var month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
        return Create(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1);
    }

    /// <summary>The same day some months on; the month's last day when it is shorter.</summary>
    internal FeelDate? AddMonths(long months)
    {
        if (Math.Abs(months) > 24L * MaxYear) return null;
        var total = Year * 12L + Month - 1 + months;
        var year = total >= 0 ? total / 12 : (total - 11) / 12;
        var month = (int)(total - year * 12) + 1;
        return Create(year, month, Math.Min(Day, DaysInMonth(year, month)));
    }

    internal static int DaysInMonth(long year, int month) =>
        month == 2 ? IsLeap(year) ? 29 : 28 : month is 4 or 6 or 9 or 11 ? 30 : 31;

    internal int CompareTo(FeelDate other) => (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));

    internal string Text => Year < 0
        ? string.Create(CultureInfo.InvariantCulture, $"-{-(long)Year:0000}-{Month:00}-{Day:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}");

    private static bool IsLeap(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}
