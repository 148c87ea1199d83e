using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Simulation.Values;

/// <summary>Chooses among values by weight. Null among them: the field is left empty.</summary>
internal sealed class Chooser
{
    private readonly FeelValue?[] _values;
    private readonly double[] _upTo;

    public Chooser(IEnumerable<(FeelValue? Value, double Weight)> choices)
    {
        var kept = choices.Where(choice => choice.Weight > 0).ToList();
        _values = [.. kept.Select(choice => choice.Value)];
        _upTo = new double[kept.Count];
        var sum = 0.0;
        for (var i = 0; i < kept.Count; i++) _upTo[i] = sum += kept[i].Weight;
    }

    public FeelValue? Draw(ref Draws draws)
    {
        if (_values.Length == 0) return null;
        var at = draws.Unit() * _upTo[^1];
        for (var i = 0; i < _upTo.Length - 1; i++)
            if (at < _upTo[i])
                return _values[i];
        return _values[^1];
    }
}
