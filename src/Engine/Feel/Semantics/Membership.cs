namespace CaseFlow.Engine.Feel.Semantics;

/// <summary>FEEL's "in" (DMN 1.5, section 10.3.2.5): a value against a value, a range or a list of either.</summary>
internal static class Membership
{
    /// <summary>Null when it can't be told.</summary>
    public static bool? Test(FeelValue value, FeelValue test) => test switch
    {
        FeelRange range => value is FeelRange ? Equality.Compare(value, range) : InRange(value, range),
        FeelList list => InList(value, list),
        _ => Equality.Compare(value, test),
    };

    public static bool? InRange(FeelValue value, FeelRange range)
    {
        var above = AboveStart(value, range);
        return above == false ? false : And(above, BelowEnd(value, range));
    }

    private static bool? AboveStart(FeelValue value, FeelRange range)
    {
        if (range.Start.IsNull && range.Unbounded) return true;
        return Ordering.Compare(value, range.Start) is { } order ? order > 0 || (order == 0 && range.StartIncluded) : null;
    }

    private static bool? BelowEnd(FeelValue value, FeelRange range)
    {
        if (range.End.IsNull && range.Unbounded) return true;
        return Ordering.Compare(value, range.End) is { } order ? order < 0 || (order == 0 && range.EndIncluded) : null;
    }

    private static bool? And(bool? left, bool? right) => left == false || right == false ? false : left & right;

    /// <summary>Equal to the list, equal to an item, or in an item that is a range or (for a list value) equal to an item that is a list.</summary>
    private static bool InList(FeelValue value, FeelList list)
    {
        if (value is FeelList && Equality.Same(value, list)) return true;
        foreach (var item in list.Items)
            if ((item is FeelRange range && value is not FeelRange ? InRange(value, range) : Equality.Compare(value, item)) == true)
                return true;
        return false;
    }
}
