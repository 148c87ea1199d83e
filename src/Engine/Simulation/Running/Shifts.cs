using CaseFlow.Engine.Clocks;

namespace CaseFlow.Engine.Simulation.Running;

/// <summary>A calendar's open time laid out once, so that looking it up costs a search and not a walk over days. Moments are UTC ticks.</summary>
internal sealed class Shifts
{
    /// <summary>A calendar that stays closed for so long is taken as closed for ever.</summary>
    private const int MostDays = 366 * 40;

    private readonly WorkingCalendar _calendar;
    private readonly List<Shift> _shifts = [];
    private readonly DateOnly _last;
    private DateOnly _next;
    private long _open;

    public Shifts(WorkingCalendar calendar, DateOnly first)
    {
        (_calendar, _next, _last) = (calendar, first.AddDays(-1), first.AddDays(MostDays));
    }

    public bool IsOpen(long at) => Find(at) is var i and >= 0 && _shifts[i].From <= at;

    /// <summary>The moment itself when it is open; <see cref="long.MaxValue"/>: never.</summary>
    public long NextOpen(long at) => Find(at) is var i and >= 0 ? Math.Max(at, _shifts[i].From) : long.MaxValue;

    /// <summary>When that much open time has passed since the moment; <see cref="long.MaxValue"/>: never.</summary>
    public long After(long at, long amount)
    {
        for (var i = Find(at); i >= 0; i = i + 1 < _shifts.Count || Extend() ? i + 1 : -1)
        {
            var from = Math.Max(at, _shifts[i].From);
            if (amount <= _shifts[i].To - from) return from + amount;
            amount -= _shifts[i].To - from;
        }

        return long.MaxValue;
    }

    /// <summary>Open time from one moment to a later one.</summary>
    public long Between(long from, long to) => Passed(to) - Passed(from);

    private long Passed(long at)
    {
        if (Find(at) is not (var i and >= 0)) return _open;
        return _shifts[i].Before + Math.Max(0, at - _shifts[i].From);
    }

    /// <summary>The first shift that ends after the moment; -1: there is none.</summary>
    private int Find(long at)
    {
        while (_shifts.Count == 0 || _shifts[^1].To <= at)
            if (!Extend())
                return -1;
        var (low, high) = (0, _shifts.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_shifts[middle].To > at) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    /// <summary>Lays out the next open day. False: there is none.</summary>
    private bool Extend()
    {
        var before = _shifts.Count;
        while (_shifts.Count == before)
        {
            if (_next > _last) return false;
            foreach (var span in OpenTime.On(_calendar, _next)) Add(span.From.UtcTicks, span.To.UtcTicks);
            _next = _next.AddDays(1);
        }

        return true;
    }

    private void Add(long from, long to)
    {
        _shifts.Add(new Shift(from, to, _open));
        _open += to - from;
    }

    /// <param name="Before">Open time before it.</param>
    private readonly record struct Shift(long From, long To, long Before);
}
