using System.Collections.Immutable;
using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Feel.Nodes;

/// <summary>a.b: an entry, a property of a temporal value or range, or either for each item of a list.</summary>
internal sealed class PathNode(Node target, string name) : Node(target)
{
    public override FeelValue Evaluate(Frame frame, Evaluation run) => Read(target.Evaluate(frame, run), run);

    private FeelValue Read(FeelValue value, Evaluation run)
    {
        if (value is FeelContext context) return context.Find(name) ?? FeelValue.Null;
        if (value is not FeelList list) return Properties.Read(value, name);
        run.Spend(list.Items.Length + 1);
        var items = ImmutableArray.CreateBuilder<FeelValue>(list.Items.Length);
        foreach (var item in list.Items) items.Add(Read(item, run));
        return new FeelList(items.MoveToImmutable());
    }
}

/// <summary>a[b]: a position when b is a number, a selection when b is a truth about each item.</summary>
internal sealed class FilterNode(Node target, Node filter) : Node(target, filter)
{
    public override FeelValue Evaluate(Frame frame, Evaluation run)
    {
        var value = target.Evaluate(frame, run);
        if (value.IsNull) return value;
        var list = value as FeelList ?? new FeelList([value]);
        if (filter is Literal { Value: FeelNumber index }) return At(list, index.Value);
        return list.Items.IsEmpty ? FilterEmpty(frame, run) : Select(list, frame, run);
    }

    private FeelValue FilterEmpty(Frame frame, Evaluation run) =>
        filter.Evaluate(new ItemFrame(frame), run) is FeelNumber ? FeelValue.Null : FeelList.Empty;

    private FeelValue Select(FeelList list, Frame frame, Evaluation run)
    {
        var scope = new ItemFrame(frame);
        var kept = ImmutableArray.CreateBuilder<FeelValue>();
        for (var i = 0; i < list.Items.Length; i++)
        {
            run.Spend(filter.Size);
            scope.Item = list.Items[i];
            var answer = filter.Evaluate(scope, run);
            if (i == 0 && answer is FeelNumber) return ByOuterIndex(list, frame, run);
            if (answer is FeelBoolean { Value: true }) kept.Add(list.Items[i]);
        }
        return new FeelList(kept.ToImmutable());
    }

    private FeelValue ByOuterIndex(FeelList list, Frame frame, Evaluation run) =>
        filter.Evaluate(frame, run) is FeelNumber index ? At(list, index.Value) : FeelValue.Null;

    private static FeelValue At(FeelList list, decimal index)
    {
        if (index != decimal.Truncate(index) || index == 0 || Math.Abs(index) > list.Items.Length) return FeelValue.Null;
        return list.Items[index > 0 ? (int)index - 1 : list.Items.Length + (int)index];
    }
}
