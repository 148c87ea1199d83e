namespace CaseFlow.Engine.Simulation.Statistics;

/// <summary>Orders pairs of names by their characters, the same on every machine whatever its language.</summary>
internal sealed class PairOrder : IComparer<(string, string)>
{
    public static PairOrder Instance { get; } = new();

    public int Compare((string, string) x, (string, string) y) =>
        string.CompareOrdinal(x.Item1, y.Item1) is not 0 and var first ? first : string.CompareOrdinal(x.Item2, y.Item2);
}
