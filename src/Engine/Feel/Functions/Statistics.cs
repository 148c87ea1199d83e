using System.Collections.Immutable;
using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>median, stddev (of a sample) and mode.</summary>
internal static class Statistics
{
    public static BuiltIn[] All { get; } =
    [
        Aggregates.Aggregate("median", Median),
        Aggregates.Aggregate("stddev", StandardDeviation),
        Aggregates.Aggregate("mode", Mode),
    ];

    private static FeelNumber? Median(ImmutableArray<FeelValue> list)
    {
        if (list.IsEmpty || Aggregates.Numbers(list) is not { } numbers) return null;
        Array.Sort(numbers);
        var middle = numbers.Length / 2;
        return new FeelNumber(numbers.Length % 2 == 1 ? numbers[middle] : numbers[middle - 1] / 2 + numbers[middle] / 2);
    }

    private static FeelValue? StandardDeviation(ImmutableArray<FeelValue> list)
    {
        if (list.Length < 2 || Aggregates.Total(list, decimal.Add) is not FeelNumber sum) return null;
        var mean = sum.Value / list.Length;
        decimal? squares = 0;
        foreach (var number in Aggregates.Numbers(list)!)
        {
            var square = Exponent.Guarded(number - mean, number - mean, decimal.Multiply);
            squares = square is null || squares is null ? null : Exponent.Guarded(squares.Value, square.Value, decimal.Add);
        }
        return squares is null ? null : Arithmetic.FromNullable(Exponent.SquareRoot(squares.Value / (list.Length - 1)));
    }

    private static FeelList? Mode(ImmutableArray<FeelValue> list)
    {
        if (Aggregates.Numbers(list) is not { } numbers) return null;
        var groups = numbers.GroupBy(number => number).ToArray();
        var most = groups.Length == 0 ? 0 : groups.Max(group => group.Count());
        return new FeelList([.. groups.Where(group => group.Count() == most).Select(group => group.Key).Order().Select(FeelValue.From)]);
    }
}
