using System.Globalization;

namespace CaseFlow.Engine.Feel;

/// <summary>A time of day to the nanosecond, local or with a zone.</summary>
public sealed record FeelTime : FeelValue
{
    internal const long NanosecondsOfDay = 86_400_000_000_000;

    internal FeelTime(long nanosecond, FeelZone? zone) => (NanosecondOfDay, Zone) = (nanosecond, zone);

    /// <summary>0 to 86,399,999,999,999.</summary>
    public long NanosecondOfDay { get; }

    public FeelZone? Zone { get; }

    public int Hour => (int)(NanosecondOfDay / 3_600_000_000_000);

    public int Minute => (int)(NanosecondOfDay / 60_000_000_000 % 60);

    /// <summary>0 up to 60, with its fraction.</summary>
    public decimal Second => NanosecondOfDay % 60_000_000_000 / 1_000_000_000m;

    /// <summary>The time, or null when the clock has no such time.</summary>
    public static FeelTime? Create(long hour, long minute, decimal second, FeelZone? zone = null) =>
        hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or >= 60
            ? null
            : new FeelTime((hour * 60 + minute) * 60_000_000_000 + (long)(second * 1_000_000_000), zone);

    public static FeelTime From(TimeOnly time, FeelZone? zone = null) => new(time.Ticks * 100, zone);

    /// <summary>Seconds since midnight UTC; a local time counts as being at the given offset.</summary>
    internal decimal SecondsUtc(int offsetWhenLocal) => NanosecondOfDay / 1_000_000_000m - (Zone?.StandardOffset ?? offsetWhenLocal);

    internal string Text => ClockText(NanosecondOfDay) + Zone;

    internal static string ClockText(long nanosecond)
    {
        var seconds = nanosecond / 1_000_000_000;
        var text = string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
        var fraction = nanosecond % 1_000_000_000;
        return fraction == 0 ? text : text + "." + fraction.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
    }
}
