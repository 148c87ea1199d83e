using System.Collections.Immutable;

namespace CaseFlow.Engine.Simulation;

/// <summary>How a quantity spreads. Durations are in seconds; a form's numbers are as they are.</summary>
public abstract record Distribution
{
    private protected Distribution()
    {
    }

    public abstract double Draw(ref Draws draws);
}

public sealed record FixedValue(double Value) : Distribution
{
    public override double Draw(ref Draws draws) => Value;
}

public sealed record UniformValue(double From, double To) : Distribution
{
    public override double Draw(ref Draws draws) => From + (To - From) * draws.Unit();
}

/// <param name="Mode">The likeliest value.</param>
public sealed record TriangularValue(double From, double Mode, double To) : Distribution
{
    public override double Draw(ref Draws draws)
    {
        var (unit, width) = (draws.Unit(), To - From);
        if (width <= 0) return From;
        return unit < (Mode - From) / width
            ? From + Math.Sqrt(unit * width * (Mode - From))
            : To - Math.Sqrt((1 - unit) * width * (To - Mode));
    }
}

public sealed record ExponentialValue(double Mean) : Distribution
{
    public override double Draw(ref Draws draws) => Mean * draws.Exponential();
}

/// <summary>Its logarithm is normal: most are short, a few are very long.</summary>
/// <param name="Mean">Of the quantity itself, as <paramref name="Deviation"/> is.</param>
public sealed record LognormalValue(double Mean, double Deviation) : Distribution
{
    public override double Draw(ref Draws draws)
    {
        var variance = Math.Log(1 + Deviation * Deviation / (Mean * Mean));
        return Mean * Math.Exp(Math.Sqrt(variance) * draws.Normal() - variance / 2);
    }
}

/// <summary>Normal, cut off below 0: a draw below it is drawn again.</summary>
public sealed record NormalValue(double Mean, double Deviation) : Distribution
{
    private const int MostTries = 100;

    public override double Draw(ref Draws draws)
    {
        for (var i = 0; i < MostTries; i++)
            if (Mean + Deviation * draws.Normal() is >= 0 and var value)
                return value;
        return 0;
    }
}

/// <summary>As recorded: quantiles at equal steps from the least to the greatest, straight lines between them.</summary>
public sealed record RecordedValue(ImmutableArray<double> Quantiles) : Distribution
{
    public override double Draw(ref Draws draws)
    {
        var at = draws.Unit() * (Quantiles.Length - 1);
        var below = (int)at;
        return below + 1 < Quantiles.Length ? Quantiles[below] + (Quantiles[below + 1] - Quantiles[below]) * (at - below) : Quantiles[below];
    }

    public bool Equals(RecordedValue? other) => other is not null && Quantiles.AsSpan().SequenceEqual(other.Quantiles.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Quantiles.Length, Quantiles.Length == 0 ? 0 : Quantiles[0]);
}
