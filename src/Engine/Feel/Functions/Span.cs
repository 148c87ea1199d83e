using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>One end of a range; at infinity when <see cref="Infinity"/> is not 0.</summary>
internal readonly record struct Bound(FeelValue Value, bool Included, int Infinity)
{
    public int CompareTo(Bound other) =>
        Infinity != 0 || other.Infinity != 0 ? Infinity.CompareTo(other.Infinity) : Ordering.Compare(Value, other.Value) ?? 0;

    public bool TouchesStart(Bound start) => Included && start.Included && CompareTo(start) == 0;
}

/// <summary>A range, or a point as the range of itself.</summary>
internal readonly record struct Span(Bound Start, Bound End, bool IsPoint)
{
    public static Span Of(FeelValue value)
    {
        if (value is not FeelRange range) return new Span(new Bound(value, true, 0), new Bound(value, true, 0), true);
        var start = new Bound(range.Start, range.StartIncluded, range.Start.IsNull && range.Unbounded ? -1 : 0);
        return new Span(start, new Bound(range.End, range.EndIncluded, range.End.IsNull && range.Unbounded ? 1 : 0), false);
    }

    /// <summary>False when an end is unknown or two ends have no order.</summary>
    public static bool AreComparable(Span a, Span b)
    {
        Bound[] bounds = [a.Start, a.End, b.Start, b.End];
        var finite = bounds.Where(bound => bound.Infinity == 0).ToArray();
        return finite.All(bound => Ordering.Compare(finite[0].Value, bound.Value) is not null);
    }
}
