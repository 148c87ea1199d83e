using System.Collections.Immutable;
using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>One value from many: min, max, sum, mean, product, all, any. Items come in one list or one by one.</summary>
internal static class Aggregates
{
    public static BuiltIn[] All { get; } =
    [
        Aggregate("min", list => Extreme(list, -1)),
        Aggregate("max", list => Extreme(list, 1)),
        Aggregate("sum", list => Total(list, decimal.Add)),
        Aggregate("product", list => Total(list, decimal.Multiply)),
        Aggregate("mean", Mean),
        Aggregate("all", list => Truth(list, isAll: true)),
        Aggregate("any", list => Truth(list, isAll: false)),
        Aggregate("and", list => Truth(list, isAll: true)),
        Aggregate("or", list => Truth(list, isAll: false)),
    ];

    internal static BuiltIn Aggregate(string name, Func<ImmutableArray<FeelValue>, FeelValue?> body) =>
        new(name, [Form.Of("list...", args => args.ListOrAll() is { } list ? Charged(list, args, body) : null)]);

    private static FeelValue? Charged(ImmutableArray<FeelValue> list, Arguments args, Func<ImmutableArray<FeelValue>, FeelValue?> body)
    {
        args.Run.Spend(list.Length);
        return body(list);
    }

    /// <summary>The list's numbers; null when an item is none.</summary>
    internal static decimal[]? Numbers(ImmutableArray<FeelValue> list)
    {
        var numbers = new decimal[list.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (list[i] is not FeelNumber number) return null;
            numbers[i] = number.Value;
        }
        return numbers;
    }

    private static FeelValue? Extreme(ImmutableArray<FeelValue> list, int sign)
    {
        FeelValue? best = null;
        foreach (var item in list)
        {
            if (Ordering.Compare(item, best ?? item) is not { } order) return null;
            if (best is null || order * sign > 0) best = item;
        }
        return best;
    }

    internal static FeelValue? Total(ImmutableArray<FeelValue> list, Func<decimal, decimal, decimal> operation)
    {
        if (list.IsEmpty || Numbers(list) is not { } numbers) return null;
        decimal? total = numbers[0];
        for (var i = 1; i < numbers.Length && total is not null; i++) total = Exponent.Guarded(total.Value, numbers[i], operation);
        return Arithmetic.FromNullable(total);
    }

    private static FeelValue? Mean(ImmutableArray<FeelValue> list) =>
        Total(list, decimal.Add) is FeelNumber sum ? new FeelNumber(sum.Value / list.Length) : null;

    private static FeelValue? Truth(ImmutableArray<FeelValue> list, bool isAll)
    {
        var unknown = false;
        foreach (var item in list)
        {
            if (item is FeelBoolean truth && truth.Value != isAll) return truth;
            unknown |= item is not FeelBoolean;
        }
        return unknown ? null : FeelValue.From(isAll);
    }
}
