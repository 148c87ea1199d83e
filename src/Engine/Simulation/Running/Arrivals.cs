using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Simulation.Scenarios;

namespace CaseFlow.Engine.Simulation.Running;

/// <summary>When cases come in by one start event: a Poisson process whose rate is laid out hour by hour, or at drawn distances.</summary>
internal sealed class Arrivals
{
    private readonly ArrivalPlan _plan;
    private readonly SimulationModel _model;
    private readonly double[] _expected;
    private Draws _draws;
    private long _at;

    public Arrivals(ArrivalPlan plan, SimulationModel model, Draws draws)
    {
        (_plan, _model, _draws, _at) = (plan, model, draws, model.Begin);
        _expected = plan.Every is null ? Layout() : [];
    }

    public ArrivalPlan Plan => _plan;

    /// <summary>UTC ticks of the next arrival; null: none comes before the end.</summary>
    public long? Next()
    {
        if (_plan.Every is { } every)
        {
            _at += Math.Max(1, (long)(every.Draw(ref _draws) * TimeSpan.TicksPerSecond));
            return _at < _model.End ? _at : null;
        }

        var left = _draws.Exponential();
        for (var hour = (_at - _model.Begin) / TimeSpan.TicksPerHour; hour < _expected.Length; hour++)
        {
            var end = _model.Begin + (hour + 1) * TimeSpan.TicksPerHour;
            var here = _expected[hour] * (end - _at) / TimeSpan.TicksPerHour;
            if (left < here)
            {
                _at += (long)(left / _expected[hour] * TimeSpan.TicksPerHour);
                return _at < _model.End ? _at : null;
            }

            (left, _at) = (left - here, end);
        }

        return null;
    }

    /// <summary>Arrivals expected in each hour from the beginning.</summary>
    private double[] Layout()
    {
        var hours = new double[(int)((_model.End - _model.Begin + TimeSpan.TicksPerHour - 1) / TimeSpan.TicksPerHour)];
        var byDay = new Dictionary<DateOnly, double>();
        for (var i = 0; i < hours.Length; i++)
        {
            var (date, weight) = Weight(_model.Begin + i * TimeSpan.TicksPerHour);
            hours[i] = weight;
            byDay[date] = byDay.GetValueOrDefault(date) + weight;
        }

        for (var i = 0; i < hours.Length; i++)
        {
            var at = ZoneTime.In(_model.Zone, new DateTimeOffset(_model.Begin + i * TimeSpan.TicksPerHour, TimeSpan.Zero));
            var day = byDay[DateOnly.FromDateTime(at.DateTime)];
            hours[i] = day == 0 ? 0 : hours[i] / day * _plan.PerDay * WeekdayShare(at.DayOfWeek);
        }

        return hours;
    }

    private (DateOnly Date, double Weight) Weight(long from)
    {
        var local = ZoneTime.In(_model.Zone, new DateTimeOffset(from, TimeSpan.Zero));
        var weight = _plan.Hours.IsDefaultOrEmpty ? 1 : _plan.Hours[local.Hour];
        var date = DateOnly.FromDateTime(local.DateTime);
        if (!_plan.WorkingDays) return (date, weight);
        if (!OpenTime.IsOpenOn(_model.World.Calendar(null), date)) return (date, 0);
        return (date, _plan.Hours.IsDefaultOrEmpty ? _model.Shifts(null).Between(from, from + TimeSpan.TicksPerHour) : weight);
    }

    /// <summary>1 on the mean day of a week.</summary>
    private double WeekdayShare(DayOfWeek day)
    {
        if (_plan.Weekdays.IsDefaultOrEmpty) return 1;
        var sum = _plan.Weekdays.Sum();
        return sum == 0 ? 0 : _plan.Weekdays[((int)day + 6) % 7] * 7 / sum;
    }
}
