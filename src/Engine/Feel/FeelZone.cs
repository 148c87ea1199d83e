using System.Collections.Concurrent;
using System.Globalization;

namespace CaseFlow.Engine.Feel;

/// <summary>Where a time is read: a fixed offset from UTC, or an IANA zone such as Asia/Shanghai. A local time has no zone at all.</summary>
public sealed record FeelZone
{
    private const int MaxOffsetSeconds = 18 * 3600;

    private static readonly ConcurrentDictionary<string, FeelZone> Known = new(StringComparer.Ordinal);

    private readonly TimeZoneInfo? zone;

    private FeelZone(int offsetSeconds, string? id, TimeZoneInfo? zone)
    {
        FixedSeconds = offsetSeconds;
        Id = id;
        this.zone = zone;
    }

    public static FeelZone Utc { get; } = new(0, null, null);

    /// <summary>The IANA id, or null for a plain offset.</summary>
    public string? Id { get; }

    private int FixedSeconds { get; }

    /// <summary>A fixed offset in seconds east of UTC; null when it is more than 18 hours.</summary>
    public static FeelZone? FromOffset(long seconds) =>
        Math.Abs(seconds) > MaxOffsetSeconds ? null : seconds == 0 ? Utc : new FeelZone((int)seconds, null, null);

    /// <summary>The zone with this IANA id; null when there is none.</summary>
    public static FeelZone? FromId(string id)
    {
        if (Known.TryGetValue(id, out var found)) return found;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) || !zone.HasIanaId) return null;
        return Known.GetOrAdd(id, new FeelZone((int)zone.BaseUtcOffset.TotalSeconds, id, zone));
    }

    /// <summary>Seconds east of UTC at the given local date and time.</summary>
    public int OffsetAt(FeelDate date, long nanosecondOfDay)
    {
        if (zone is null) return FixedSeconds;
        var year = Math.Clamp(date.Year, 2, 9998);
        var local = new DateTime(year, date.Month, Math.Min(date.Day, DateTime.DaysInMonth(year, date.Month)))
            .AddTicks(nanosecondOfDay / 100);
        return (int)zone.GetUtcOffset(local).TotalSeconds;
    }

    /// <summary>Seconds east of UTC at a moment given in seconds since 1970-01-01T00:00Z.</summary>
    internal int OffsetAtInstant(decimal epochSeconds)
    {
        if (zone is null) return FixedSeconds;
        var seconds = (long)Math.Clamp(Math.Floor(epochSeconds), -62_000_000_000m, 253_000_000_000m);
        return (int)zone.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(seconds)).TotalSeconds;
    }

    /// <summary>Seconds east of UTC when there is no date to look at: a named zone's standard offset.</summary>
    public int StandardOffset => FixedSeconds;

    public bool Equals(FeelZone? other) => other is not null && Id == other.Id && FixedSeconds == other.FixedSeconds;

    public override int GetHashCode() => HashCode.Combine(Id, FixedSeconds);

    /// <summary>Z, +08:00 or @Asia/Shanghai, as it stands behind a time.</summary>
    public override string ToString()
    {
        if (Id is not null) return "@" + Id;
        if (FixedSeconds == 0) return "Z";
        var (sign, rest) = FixedSeconds < 0 ? ('-', -FixedSeconds) : ('+', FixedSeconds);
        var text = string.Create(CultureInfo.InvariantCulture, $"{sign}{rest / 3600:00}:{rest / 60 % 60:00}");
        return rest % 60 == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}:{rest % 60:00}");
    }
}
