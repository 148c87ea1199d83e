namespace CaseFlow.Engine.Simulation.Statistics;

/// <summary>A number that goes up and down, such as the length of a queue: its mean over time and its greatest value.</summary>
public sealed class Level(long begin)
{
    private double _area;
    private long _begin = begin;
    private long _since = begin;

    public int Now { get; private set; }

    public int Max { get; private set; }

    public void Change(int by, long at)
    {
        _area += (double)Now * (at - _since);
        _since = at;
        Now += by;
        if (Now > Max) Max = Now;
    }

    /// <summary>Begins anew at that moment, with the number as it is.</summary>
    public void Clear(long at)
    {
        (_area, _begin, _since, Max) = (0, at, at, Now);
    }

    /// <param name="end">Ticks, not before the last change.</param>
    public double Mean(long end) => end <= _begin ? Now : (_area + (double)Now * (end - _since)) / (end - _begin);
}
