using System.Collections.Immutable;
using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Simulation.Scenarios;

namespace CaseFlow.Engine.Simulation.Learning;

/// <summary>When recorded cases came in.</summary>
internal sealed class ArrivalRecord(TimeZoneInfo zone)
{
    private readonly long[] _hours = new long[24];
    private readonly long[] _weekdays = new long[7];
    private DateOnly _first = DateOnly.MaxValue;
    private DateOnly _last = DateOnly.MinValue;
    private long _count;

    public void Add(DateTimeOffset at)
    {
        var local = ZoneTime.In(zone, at);
        var date = DateOnly.FromDateTime(local.DateTime);
        (_first, _last) = (date < _first ? date : _first, date > _last ? date : _last);
        _count++;
        _hours[local.Hour]++;
        _weekdays[((int)local.DayOfWeek + 6) % 7]++;
    }

    /// <summary>Null when nothing came. Weekdays are told apart once two weeks are known.</summary>
    public ArrivalPlan? Plan()
    {
        if (_count == 0) return null;
        var days = _last.DayNumber - _first.DayNumber + 1;
        ImmutableArray<double> weekdays = days < 14 ? [] : [.. _weekdays.Select(count => (double)count)];
        return new ArrivalPlan(null, Math.Round(_count / (double)days, 3), false, [.. _hours.Select(count => (double)count)], weekdays);
    }
}
