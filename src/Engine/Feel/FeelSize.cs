using System.Collections.Immutable;

namespace CaseFlow.Engine.Feel;

/// <summary>
/// How big a list or context is, worked out once when it is made. Without a bound here an expression of one line
/// could make a value that shares its parts, fits in memory, and takes years to write out or compare.
/// </summary>
internal readonly record struct FeelSize(long Weight, int Depth)
{
    private const long MaxWeight = 20_000_000;
    private const int MaxDepth = 100;

    public static FeelSize Of(ImmutableArray<FeelValue> items)
    {
        var (weight, depth) = (8L, 0);
        foreach (var item in items)
        {
            weight += item.Weight;
            depth = Math.Max(depth, item.Depth);
        }
        return Checked(weight, depth + 1);
    }

    public static FeelSize Of(ImmutableArray<KeyValuePair<string, FeelValue>> entries)
    {
        var (weight, depth) = (8L, 0);
        foreach (var entry in entries)
        {
            weight += entry.Value.Weight + entry.Key.Length;
            depth = Math.Max(depth, entry.Value.Depth);
        }
        return Checked(weight, depth + 1);
    }

    private static FeelSize Checked(long weight, int depth)
    {
        if (weight > MaxWeight) throw new FeelLimitException($"Expected a value of at most {MaxWeight} characters, but it has more.");
        if (depth > MaxDepth) throw new FeelLimitException($"Expected lists and contexts at most {MaxDepth} deep in each other, but there are more.");
        return new FeelSize(weight, depth);
    }
}
