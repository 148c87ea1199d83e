using System.Collections.Immutable;
using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Feel.Nodes;

internal sealed class ListNode(Node[] items) : Node(items)
{
    public override FeelValue Evaluate(Frame frame, Evaluation run)
    {
        var values = new FeelValue[items.Length];
        for (var i = 0; i < items.Length; i++) values[i] = items[i].Evaluate(frame, run);
        return new FeelList(ImmutableCollectionsMarshal(values));
    }

    private static ImmutableArray<FeelValue> ImmutableCollectionsMarshal(FeelValue[] values) =>
        System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(values);
}

/// <summary>A context literal. Two entries of one name make the whole context null.</summary>
internal sealed class ContextNode(string[] keys, Node[] values) : Node(values)
{
    /// <summary>What is written behind a key; null when the key isn't there.</summary>
    public Node? Written(string key) => Array.IndexOf(keys, key) is >= 0 and var at ? values[at] : null;

    private readonly bool hasDuplicate = keys.Distinct(StringComparer.Ordinal).Count() < keys.Length;

    public override FeelValue Evaluate(Frame frame, Evaluation run)
    {
        if (hasDuplicate) return FeelValue.Null;
        var scope = new EntriesFrame(frame);
        var entries = ImmutableArray.CreateBuilder<KeyValuePair<string, FeelValue>>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            var value = values[i].Evaluate(scope, run);
            scope.Add(keys[i], value);
            entries.Add(new(keys[i], value));
        }
        return new FeelContext(entries.MoveToImmutable());
    }
}

/// <summary>A range literal. Ends of kinds that can't be compared make it null.</summary>
internal sealed class RangeNode(Node start, bool startIncluded, Node end, bool endIncluded) : Node(start, end)
{
    public override FeelValue Evaluate(Frame frame, Evaluation run) =>
        Make(start.Evaluate(frame, run), startIncluded, end.Evaluate(frame, run), endIncluded);

    public static FeelValue Make(FeelValue start, bool startIncluded, FeelValue end, bool endIncluded)
    {
        if (!start.IsNull && !end.IsNull && Ordering.Compare(start, end) is null or > 0) return FeelValue.Null;
        return new FeelRange(start, startIncluded, end, endIncluded);
    }
}

/// <summary>A comparison used as a value: (&lt; 10) is the range of all below ten.</summary>
internal sealed class HalfRangeNode(Comparison comparison, Node operand) : Node(operand)
{
    public override FeelValue Evaluate(Frame frame, Evaluation run)
    {
        var end = operand.Evaluate(frame, run);
        return comparison switch
        {
            Comparison.Less => new FeelRange(FeelValue.Null, false, end, false) { Unbounded = true },
            Comparison.LessOrEqual => new FeelRange(FeelValue.Null, false, end, true) { Unbounded = true },
            Comparison.Greater => new FeelRange(end, false, FeelValue.Null, false) { Unbounded = true },
            Comparison.GreaterOrEqual => new FeelRange(end, true, FeelValue.Null, false) { Unbounded = true },
            Comparison.Equal => new FeelRange(end, true, end, true),
            _ => FeelValue.Null,
        };
    }
}
