namespace CaseFlow.Engine.Feel.Semantics;

/// <summary>FEEL's arithmetic (DMN 1.5, tables 55 to 59). What has no meaning, and what leaves the range of a decimal, is null.</summary>
internal static class Arithmetic
{
    public static FeelValue Add(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelNumber a, FeelNumber b) => Number(a.Value, b.Value, decimal.Add),
        (FeelString a, FeelString b) => new FeelString(a.Value + b.Value),
        (FeelYearsMonthsDuration a, FeelYearsMonthsDuration b) => Months(a.Months, b.Months),
        (FeelDaysTimeDuration a, FeelDaysTimeDuration b) => Seconds(a.Seconds, b.Seconds, decimal.Add),
        (FeelYearsMonthsDuration a, _) => AddMonths(right, a.Months),
        (FeelDaysTimeDuration a, _) => AddSeconds(right, a.Seconds),
        (_, FeelYearsMonthsDuration b) => AddMonths(left, b.Months),
        (_, FeelDaysTimeDuration b) => AddSeconds(left, b.Seconds),
        _ => FeelValue.Null,
    };

    public static FeelValue Subtract(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelNumber a, FeelNumber b) => Number(a.Value, b.Value, decimal.Subtract),
        (FeelYearsMonthsDuration a, FeelYearsMonthsDuration b) => Months(a.Months, -b.Months),
        (FeelDaysTimeDuration a, FeelDaysTimeDuration b) => Seconds(a.Seconds, b.Seconds, decimal.Subtract),
        (FeelTime a, FeelTime b) => Between(a, b),
        (FeelDate or FeelDateTime, FeelDate or FeelDateTime) => Between(Moment(left), Moment(right)),
        (_, FeelYearsMonthsDuration b) => AddMonths(left, -b.Months),
        (_, FeelDaysTimeDuration b) => AddSeconds(left, -b.Seconds),
        _ => FeelValue.Null,
    };

    public static FeelValue Multiply(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelNumber a, FeelNumber b) => Number(a.Value, b.Value, decimal.Multiply),
        (FeelYearsMonthsDuration a, FeelNumber b) => WholeMonths(a.Months, b.Value, decimal.Multiply),
        (FeelNumber a, FeelYearsMonthsDuration b) => WholeMonths(b.Months, a.Value, decimal.Multiply),
        (FeelDaysTimeDuration a, FeelNumber b) => Seconds(a.Seconds, b.Value, decimal.Multiply),
        (FeelNumber a, FeelDaysTimeDuration b) => Seconds(b.Seconds, a.Value, decimal.Multiply),
        _ => FeelValue.Null,
    };

    public static FeelValue Divide(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelNumber a, FeelNumber b) => Number(a.Value, b.Value, decimal.Divide),
        (FeelYearsMonthsDuration a, FeelNumber b) => WholeMonths(a.Months, b.Value, decimal.Divide),
        (FeelDaysTimeDuration a, FeelNumber b) => Seconds(a.Seconds, b.Value, decimal.Divide),
        (FeelYearsMonthsDuration a, FeelYearsMonthsDuration b) => Number(a.Months, b.Months, decimal.Divide),
        (FeelDaysTimeDuration a, FeelDaysTimeDuration b) => Number(a.Seconds, b.Seconds, decimal.Divide),
        _ => FeelValue.Null,
    };

    public static FeelValue Power(FeelValue left, FeelValue right) =>
        left is FeelNumber a && right is FeelNumber b ? FromNullable(Exponent.Power(a.Value, b.Value)) : FeelValue.Null;

    public static FeelValue Negate(FeelValue value) => value switch
    {
        FeelNumber number => new FeelNumber(-number.Value),
        FeelDaysTimeDuration duration => new FeelDaysTimeDuration(-duration.Seconds),
        FeelYearsMonthsDuration duration => new FeelYearsMonthsDuration(-duration.Months),
        _ => FeelValue.Null,
    };

    public static FeelValue FromNullable(decimal? value) => value is { } number ? new FeelNumber(number) : FeelValue.Null;

    /// <summary>A date as its midnight UTC; anything but a date or a date and time is null.</summary>
    public static FeelDateTime? Moment(FeelValue value) => value switch
    {
        FeelDateTime moment => moment,
        FeelDate date => new FeelDateTime(date, new FeelTime(0, FeelZone.Utc)),
        _ => null,
    };

    private static FeelValue Number(decimal a, decimal b, Func<decimal, decimal, decimal> operation) =>
        FromNullable(Exponent.Guarded(a, b, operation));

    private static FeelValue Seconds(decimal a, decimal b, Func<decimal, decimal, decimal> operation) =>
        Exponent.Guarded(a, b, operation) is { } seconds ? new FeelDaysTimeDuration(decimal.Round(seconds, 9)) : FeelValue.Null;

    private static FeelValue Months(long a, long b)
    {
        var sum = (Int128)a + b;
        return sum > long.MaxValue || sum <= long.MinValue ? FeelValue.Null : new FeelYearsMonthsDuration((long)sum);
    }

    private static FeelValue WholeMonths(decimal months, decimal by, Func<decimal, decimal, decimal> operation) =>
        Exponent.Guarded(months, by, operation) is { } result && Math.Abs(result) < long.MaxValue
            ? new FeelYearsMonthsDuration((long)decimal.Truncate(result))
            : FeelValue.Null;

    private static FeelValue AddMonths(FeelValue value, long months) => value switch
    {
        FeelDate date => date.AddMonths(months) ?? FeelValue.Null,
        FeelDateTime moment => moment.AddMonths(months) ?? FeelValue.Null,
        _ => FeelValue.Null,
    };

    /// <summary>A date moves by whole days, counted from its midnight; a time wraps around midnight.</summary>
    private static FeelValue AddSeconds(FeelValue value, decimal seconds)
    {
        if (Math.Abs(seconds) > 1e17m) return FeelValue.Null;
        return value switch
        {
            FeelDate date => Moment(date)?.AddSeconds(seconds)?.Date ?? FeelValue.Null,
            FeelDateTime moment => moment.AddSeconds(seconds) ?? FeelValue.Null,
            FeelTime time => Wrap(time, seconds),
            _ => FeelValue.Null,
        };
    }

    private static FeelTime Wrap(FeelTime time, decimal seconds)
    {
        var nanoseconds = (time.NanosecondOfDay + decimal.Truncate(seconds * 1_000_000_000m)) % FeelTime.NanosecondsOfDay;
        return new FeelTime((long)(nanoseconds < 0 ? nanoseconds + FeelTime.NanosecondsOfDay : nanoseconds), time.Zone);
    }

    /// <summary>Null when only one of the two says where it is.</summary>
    private static FeelValue Between(FeelDateTime? a, FeelDateTime? b) =>
        a is null || b is null || (a.Zone is null) != (b.Zone is null)
            ? FeelValue.Null
            : new FeelDaysTimeDuration(a.SecondsUtc(0) - b.SecondsUtc(0));

    private static FeelValue Between(FeelTime a, FeelTime b) =>
        (a.Zone is null) != (b.Zone is null)
            ? FeelValue.Null
            : new FeelDaysTimeDuration(a.SecondsUtc(0) - b.SecondsUtc(0));
}
