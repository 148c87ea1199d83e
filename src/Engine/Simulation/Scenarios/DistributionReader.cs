using System.Collections.Immutable;
using CaseFlow.Engine.Clocks;

namespace CaseFlow.Engine.Simulation.Scenarios;

/// <summary>Reads a spread: one value, or an object with one member that names its kind.</summary>
internal static class DistributionReader
{
    private static readonly string[] Kinds = ["fixed", "uniform", "triangular", "exponential", "lognormal", "normal", "recorded"];

    /// <summary>Of durations: <c>"PT20M"</c>, <c>{ "uniform": ["PT5M", "PT1H"] }</c>.</summary>
    public static Distribution Durations(JsonPlace place) =>
        place.IsObject ? Kind(place, ScenarioPlaces.Seconds) : new FixedValue(place.Seconds());

    /// <summary>Of numbers: <c>3</c>, <c>{ "uniform": [1, 5] }</c>.</summary>
    public static Distribution Numbers(JsonPlace place) =>
        place.IsObject ? Kind(place, ScenarioPlaces.Number) : new FixedValue(place.Number());

    /// <summary>Whether an object names a spread, and not weights of values.</summary>
    public static bool IsKind(JsonPlace place) => place.IsObject && place.Value.EnumerateObject().All(member => Kinds.Contains(member.Name));

    private static Distribution Kind(JsonPlace place, Func<JsonPlace, double> read)
    {
        if (place.Members().ToList() is not [var (name, value)]) throw place.Fault($"Expected one of {string.Join(", ", Kinds)}, but found {place.Value.EnumerateObject().Count()} members.");
        return name switch
        {
            "fixed" => new FixedValue(read(value)),
            "uniform" => Ordered(value, read, 2) is [var from, var to] ? new UniformValue(from, to) : throw new InvalidOperationException(),
            "triangular" => Ordered(value, read, 3) is [var from, var mode, var to] ? new TriangularValue(from, mode, to) : throw new InvalidOperationException(),
            "exponential" => new ExponentialValue(read(value)),
            "lognormal" => MeanOf(value, read) is { Mean: > 0 } pair ? new LognormalValue(pair.Mean, pair.Deviation) : throw value.Fault("Expected a mean above 0."),
            "normal" => MeanOf(value, read) is var pair ? new NormalValue(pair.Mean, pair.Deviation) : throw new InvalidOperationException(),
            "recorded" => new RecordedValue(Ordered(value, read, null)),
            _ => throw place.Fault($"Expected one of {string.Join(", ", Kinds)}, but found '{name}'."),
        };
    }

    private static (double Mean, double Deviation) MeanOf(JsonPlace place, Func<JsonPlace, double> read)
    {
        place.HasOnly("mean", "deviation");
        return (read(place.Required("mean")), read(place.Required("deviation")));
    }

    private static ImmutableArray<double> Ordered(JsonPlace place, Func<JsonPlace, double> read, int? count)
    {
        var values = place.Items().Select(read).ToImmutableArray();
        if (count is not null && values.Length != count) throw place.Fault($"Expected {count} values, but found {values.Length}.");
        if (values.Length == 0) throw place.Fault("Expected at least one value.");
        for (var i = 1; i < values.Length; i++)
            if (values[i] < values[i - 1])
                throw place.Fault("Expected values that don't fall.");
        return values;
    }
}
