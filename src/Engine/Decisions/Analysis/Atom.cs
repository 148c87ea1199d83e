using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Decisions.Analysis;

/// <summary>
/// A part of a column's values that no cell tells apart: one value, or all between two neighbours among the values the cells name.
/// What a cell answers to <paramref name="Example"/> it answers to all of them.
/// </summary>
/// <param name="Low">The value itself, or the one the part lies above; null for no bound.</param>
/// <param name="High">The value itself, or the one the part lies below; null for no bound.</param>
internal sealed record Atom(FeelValue Example, FeelValue? Low, FeelValue? High)
{
    public bool IsPoint => Low is not null && Low == High;

    public static Atom Point(FeelValue value) => new(value, value, value);

    /// <summary>A run of neighbours as a cell would say it.</summary>
    public static string Describe(Atom first, Atom last)
    {
        if (first == last && first.IsPoint) return first.Example.ToString();
        if (first.Low is null && last.High is null) return first.Example is FeelString ? "another text" : "any value";
        if (first.Low is null) return (last.IsPoint ? "<= " : "< ") + last.High;
        if (last.High is null) return (first.IsPoint ? ">= " : "> ") + first.Low;
        return (first.IsPoint ? "[" : "(") + first.Low + ".." + last.High + (last.IsPoint ? "]" : ")");
    }
}
