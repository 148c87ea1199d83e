using System.Collections.Immutable;
using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>sort: stable, by the author's own "precedes" or by the natural order.</summary>
internal static class SortFunction
{
    public static BuiltIn[] All { get; } = [new("sort", [Form.Of("list, precedes?", Sort)])];

    private static FeelList? Sort(Arguments args)
    {
        if (args.List(0) is not { } list) return null;
        if (args.Count == 1 && !HaveOrder(list)) return null;
        if (args.Count == 2 && args[1] is not FeelFunction) return null;
        var items = list.ToArray();
        Merge(items, new FeelValue[items.Length], 0, items.Length, args);
        return new FeelList([.. items]);
    }

    private static bool HaveOrder(ImmutableArray<FeelValue> list)
    {
        foreach (var item in list)
            if (Ordering.Compare(list[0], item) is null)
                return false;
        return true;
    }

    /// <summary>Merge sort: unlike the framework's, it ends in time whatever the author's function answers.</summary>
    private static void Merge(FeelValue[] items, FeelValue[] spare, int from, int to, Arguments args)
    {
        if (to - from < 2) return;
        var middle = (from + to) / 2;
        Merge(items, spare, from, middle, args);
        Merge(items, spare, middle, to, args);
        var (left, right) = (from, middle);
        for (var i = from; i < to; i++)
            spare[i] = left < middle && (right >= to || !Precedes(items[right], items[left], args)) ? items[left++] : items[right++];
        Array.Copy(spare, from, items, from, to - from);
    }

    private static bool Precedes(FeelValue a, FeelValue b, Arguments args)
    {
        args.Run.Spend(1);
        return args[1] is FeelFunction precedes
            ? precedes.Invoke([a, b], args.Run) is FeelBoolean { Value: true }
            : Ordering.Compare(a, b) < 0;
    }
}
