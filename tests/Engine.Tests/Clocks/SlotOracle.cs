using CaseFlow.Engine.Clocks;

namespace CaseFlow.Engine.Tests.Clocks;

/// <summary>
/// A second, deliberately simple reckoning of due times: three years cut into slots of five minutes, each marked open or closed by the wall clock
/// at its beginning, and walked one by one. Shares no arithmetic with the engine: only which hours a date has.
/// </summary>
internal sealed class SlotOracle
{
    public static readonly TimeSpan Slot = TimeSpan.FromMinutes(5);
    private static readonly DateTimeOffset First = new(2024, 12, 25, 0, 0, 0, TimeSpan.Zero);
    private const int Count = 3 * 366 * 288;

    private readonly DateTime[] _local = new DateTime[Count];
    private readonly bool[] _open = new bool[Count];

    public SlotOracle(TimeZoneInfo zone, Func<DateOnly, IEnumerable<(TimeSpan From, TimeSpan To)>> hours)
    {
        var (date, dayHours) = (DateOnly.MinValue, Array.Empty<(TimeSpan From, TimeSpan To)>());
        for (var i = 0; i < Count; i++)
        {
            _local[i] = TimeZoneInfo.ConvertTime(Instant(i), zone).DateTime;
            var day = DateOnly.FromDateTime(_local[i]);
            if (day != date) (date, dayHours) = (day, hours(day).ToArray());
            _open[i] = dayHours.Any(interval => interval.From <= _local[i].TimeOfDay && _local[i].TimeOfDay < interval.To);
        }
    }

    public static DateTimeOffset Instant(int slot) => First + slot * Slot;

    public int Due(int start, DueRule rule, decimal amount) => rule switch
    {
        DueRule.ElapsedHours => start + (int)Math.Round(amount * 12),
        DueRule.WorkingHours => WorkingHours(start, (int)Math.Round(amount * 12)),
        DueRule.WorkingDaysSameTime => SameTime(start, (int)amount),
        DueRule.WorkingDaysEndOfNthDayAfter => EndOfDay(start, (int)amount),
        _ => CalendarDays(start, (int)amount),
    };

    public int OpenSlots(int from, int to) => Enumerable.Range(from, Math.Max(0, to - from)).Count(slot => _open[slot]);

    private int WorkingHours(int at, int left)
    {
        if (left == 0) return NextOpen(at);
        for (; left > 0; at++)
            if (_open[at])
                left--;
        return at;
    }

    private int SameTime(int start, int days)
    {
        var from = NextOpen(start);
        if (days == 0) return from;
        var slots = SlotsOf(NthOpenDay(from, days));
        var wanted = At(slots[0], _local[from].TimeOfDay);
        if (_open[wanted]) return wanted;
        var before = slots.Where(slot => slot < wanted && _open[slot]).ToList();
        return before.Count > 0 ? before[^1] + 1 : slots.First(slot => _open[slot]);
    }

    private int EndOfDay(int start, int days)
    {
        var slots = SlotsOf(days == 0 ? NextOpen(start) : NthOpenDay(start, days));
        return slots.Last(slot => _open[slot]) + 1;
    }

    private int CalendarDays(int start, int days)
    {
        var date = _local[start].Date.AddDays(days);
        var at = start;
        while (_local[at].Date < date) at++;
        return days == 0 ? start : At(at, _local[start].TimeOfDay);
    }

    /// <summary>The first slot of the day at that wall time; when the clocks skip it, as much after the skip as it lies in it.</summary>
    private int At(int firstOfDay, TimeSpan time)
    {
        var wanted = _local[firstOfDay].Date + time;
        var at = firstOfDay;
        while (_local[at] < wanted) at++;
        if (_local[at] == wanted) return at;
        var beforeSkip = at - 1;
        return beforeSkip + (int)((wanted - _local[beforeSkip]) / Slot);
    }

    /// <summary>A slot of the n-th later date on which anything is open.</summary>
    private int NthOpenDay(int at, int days)
    {
        while (days > 0)
        {
            var date = _local[at].Date;
            while (_local[at].Date <= date) at++;
            if (SlotsOf(at).Any(slot => _open[slot])) days--;
        }

        return at;
    }

    private List<int> SlotsOf(int slot)
    {
        var (first, last) = (slot, slot);
        while (_local[first - 1].Date == _local[slot].Date) first--;
        while (_local[last + 1].Date == _local[slot].Date) last++;
        return [.. Enumerable.Range(first, last - first + 1)];
    }

    private int NextOpen(int at)
    {
        while (!_open[at]) at++;
        return at;
    }
}
