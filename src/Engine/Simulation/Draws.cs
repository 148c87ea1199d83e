namespace CaseFlow.Engine.Simulation;

/// <summary>
/// A stream of random numbers (SplitMix64: Steele, Lea and Flood, 2014). A value: a copy goes on with the same numbers.
/// The same seed and stream give the same numbers on every machine.
/// </summary>
public struct Draws
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state;

    private Draws(ulong state) => _state = state;

    /// <summary>One of many independent streams of a seed, so that what one case draws never moves what another draws.</summary>
    public static Draws Of(long seed, long stream) => new(Mix(Mix((ulong)seed + Step) ^ Mix((ulong)stream * Step + 1)));

    public ulong Next() => Mix(_state += Step);

    /// <summary>From 0, up to and without 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True with that probability: never at 0, always at 1.</summary>
    public bool Chance(double probability) => Unit() < probability;

    /// <summary>From 0, up to and without the count.</summary>
    public int Below(int count) => (int)(Unit() * count);

    /// <summary>Exponential with mean 1.</summary>
    public double Exponential() => -Math.Log(1 - Unit());

    /// <summary>Normal with mean 0 and standard deviation 1 (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(2 * Exponential()) * Math.Cos(2 * Math.PI * Unit());

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
