namespace CaseFlow.Engine.Feel.Semantics;

/// <summary>FEEL's "=" (DMN 1.5, table 53): values of different kinds are neither equal nor unequal.</summary>
internal static class Equality
{
    /// <summary>Null when the kinds differ and neither side is null.</summary>
    public static bool? Compare(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelNumber a, FeelNumber b) => a.Value == b.Value,
        (FeelString a, FeelString b) => a.Value == b.Value,
        (FeelBoolean a, FeelBoolean b) => a.Value == b.Value,
        (FeelNull, FeelNull) => true,
        (FeelNull, _) or (_, FeelNull) => false,
        (FeelList a, FeelList b) => Lists(a, b),
        (FeelContext a, FeelContext b) => Contexts(a, b),
        (FeelRange a, FeelRange b) => Ranges(a, b),
        (FeelFunction a, FeelFunction b) => ReferenceEquals(a, b),
        _ => Ordering.Compare(left, right) is { } order ? order == 0 : null,
    };

    /// <summary>True only when they are surely equal.</summary>
    public static bool Same(FeelValue left, FeelValue right) => Compare(left, right) == true;

    private static bool Lists(FeelList a, FeelList b)
    {
        if (a.Items.Length != b.Items.Length) return false;
        for (var i = 0; i < a.Items.Length; i++)
            if (!Same(a.Items[i], b.Items[i]))
                return false;
        return true;
    }

    private static bool Contexts(FeelContext a, FeelContext b)
    {
        if (a.Entries.Length != b.Entries.Length) return false;
        var index = b.Entries.Length > 16 ? b.Entries.DistinctBy(entry => entry.Key).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal) : null;
        foreach (var entry in a.Entries)
            if ((index is null ? b.Find(entry.Key) : index.GetValueOrDefault(entry.Key)) is not { } other || !Same(entry.Value, other))
                return false;
        return true;
    }

    private static bool Ranges(FeelRange a, FeelRange b) =>
        a.StartIncluded == b.StartIncluded && a.EndIncluded == b.EndIncluded && Same(a.Start, b.Start) && Same(a.End, b.End);
}
