using System.Globalization;

namespace CaseFlow.Engine.Simulation;

/// <summary>Durations as a person reads them, in English.</summary>
public static class DurationText
{
    /// <summary>Two units at most: <c>3 d 4 h</c>, <c>1 h 5 min</c>, <c>20 min</c>, <c>2 s</c>.</summary>
    public static string Of(double seconds)
    {
        if (seconds < 59.5) return $"{seconds.ToString("0.#", CultureInfo.InvariantCulture)} s";
        var minutes = (long)Math.Round(seconds / 60);
        if (minutes < 60) return $"{minutes} min";
        if (minutes < 24 * 60) return minutes % 60 == 0 ? $"{minutes / 60} h" : $"{minutes / 60} h {minutes % 60} min";
        var hours = (long)Math.Round(seconds / 3600);
        return hours % 24 == 0 ? $"{hours / 24} d" : $"{hours / 24} d {hours % 24} h";
    }

    /// <summary>A spread of durations in a few words.</summary>
    public static string Describe(this Distribution distribution) => distribution switch
    {
        FixedValue d => Of(d.Value),
        UniformValue d => $"between {Of(d.From)} and {Of(d.To)}",
        TriangularValue d => $"between {Of(d.From)} and {Of(d.To)}, mostly {Of(d.Mode)}",
        ExponentialValue d => $"{Of(d.Mean)} on average",
        LognormalValue d => $"{Of(d.Mean)} on average",
        NormalValue d => $"{Of(d.Mean)} on average",
        RecordedValue => "as recorded",
        _ => throw new ArgumentOutOfRangeException(nameof(distribution), distribution, "Expected a distribution of this list."),
    };
}
