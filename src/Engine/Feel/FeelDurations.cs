using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Feel;

/// <summary>A duration of days, hours, minutes and seconds, exact to the nanosecond.</summary>
public sealed record FeelDaysTimeDuration(decimal Seconds) : FeelValue
{
    public static FeelDaysTimeDuration From(TimeSpan span) => new(span.Ticks / 10_000_000m);

    /// <summary>The same length as a <see cref="TimeSpan"/>; null when it does not fit.</summary>
    public TimeSpan? ToTimeSpan() =>
        Math.Abs(Seconds) > 900_000_000_000m ? null : TimeSpan.FromTicks((long)(Seconds * 10_000_000m));

    internal string Text
    {
        get
        {
            if (Seconds == 0) return "PT0S";
            var rest = Math.Abs(Seconds);
            var days = Math.Floor(rest / 86_400m);
            rest -= days * 86_400m;
            var minutes = (int)(rest / 60m);
            var seconds = rest - minutes * 60;
            var text = new StringBuilder(Seconds < 0 ? "-P" : "P");
            Append(text, days, 'D');
            if (rest > 0) text.Append('T');
            Append(text, minutes / 60, 'H');
            Append(text, minutes % 60, 'M');
            Append(text, seconds, 'S');
            return text.ToString();
        }
    }

    private static void Append(StringBuilder text, decimal amount, char unit)
    {
        if (amount != 0) text.Append(amount.ToString("0.#########", CultureInfo.InvariantCulture)).Append(unit);
    }
}

/// <summary>A duration of years and months.</summary>
public sealed record FeelYearsMonthsDuration(long Months) : FeelValue
{
    internal string Text
    {
        get
        {
            if (Months == 0) return "P0M";
            var total = Math.Abs(Months);
            var years = total >= 12 ? string.Create(CultureInfo.InvariantCulture, $"{total / 12}Y") : "";
            var months = total % 12 != 0 ? string.Create(CultureInfo.InvariantCulture, $"{total % 12}M") : "";
            return (Months < 0 ? "-P" : "P") + years + months;
        }
    }
}
