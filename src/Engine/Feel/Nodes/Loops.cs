using System.Collections.Immutable;

namespace CaseFlow.Engine.Feel.Nodes;

/// <summary>What a loop's variable runs over: a list, a range of whole numbers or dates, or the numbers from one end to the other.</summary>
internal sealed class DomainNode(Node from, Node? to) : Node(from, to)
{
    public override FeelValue Evaluate(Frame frame, Evaluation run)
    {
        var start = from.Evaluate(frame, run);
        if (to is not null) return Between(start, to.Evaluate(frame, run), run);
        return start switch
        {
            FeelList => start,
            FeelRange range => Within(range, run),
            FeelNull => FeelValue.Null,
            _ => new FeelList([start]),
        };
    }

    /// <summary>A range runs upwards; an end that is not included is left out.</summary>
    private static FeelValue Within(FeelRange range, Evaluation run)
    {
        if (Between(range.Start, range.End, run) is not FeelList list) return FeelValue.Null;
        var first = range.StartIncluded ? 0 : 1;
        var length = list.Items.Length - first - (range.EndIncluded ? 0 : 1);
        return length <= 0 ? FeelList.Empty : new FeelList(list.Items.Slice(first, length));
    }

    private static FeelValue Between(FeelValue start, FeelValue end, Evaluation run) => (start, end) switch
    {
        (FeelNumber a, FeelNumber b) when IsWhole(a.Value) && IsWhole(b.Value) =>
            Count((long)a.Value, (long)b.Value, number => new FeelNumber(number), run),
        (FeelDate a, FeelDate b) => Count(a.DayNumber, b.DayNumber, day => FeelDate.FromDayNumber(day) ?? FeelValue.Null, run),
        _ => FeelValue.Null,
    };

    private static bool IsWhole(decimal value) => value == decimal.Truncate(value) && Math.Abs(value) < 1e15m;

    private static FeelList Count(long start, long end, Func<long, FeelValue> make, Evaluation run)
    {
        var length = Math.Abs(end - start) + 1;
        run.CheckList((int)Math.Min(length, int.MaxValue));
        run.Spend((int)length);
        var items = ImmutableArray.CreateBuilder<FeelValue>((int)length);
        for (var i = 0; i < length; i++) items.Add(make(start <= end ? start + i : start - i));
        return new FeelList(items.MoveToImmutable());
    }
}

/// <summary>Walks the domains of a loop, each inner one anew for each outer value, and calls back for each combination.</summary>
internal sealed class Iterator(string[] names, Node[] domains, int cost)
{
    /// <summary>False when a domain is nothing that can be walked. The visitor answers false to stop.</summary>
    public bool Walk(Frame frame, Evaluation run, Func<Frame, bool> visit)
    {
        var stopped = false;
        return Walk(0, frame, run, visit, ref stopped);
    }

    private bool Walk(int level, Frame frame, Evaluation run, Func<Frame, bool> visit, ref bool stopped)
    {
        if (level == names.Length)
        {
            stopped = !visit(frame);
            return true;
        }
        if (domains[level].Evaluate(frame, run) is not FeelList list) return false;
        foreach (var item in list.Items)
        {
            run.Spend(cost);
            if (!Walk(level + 1, new NameFrame(frame, names[level]) { Value = item }, run, visit, ref stopped)) return false;
            if (stopped) break;
        }
        return true;
    }
}

internal sealed class ForNode(string[] names, Node[] domains, Node body) : Node([.. domains, body])
{
    private readonly Iterator iterator = new(names, domains, body.Size);

    public override FeelValue Evaluate(Frame frame, Evaluation run)
    {
        var results = new PartialResults(frame, run);
        var walked = iterator.Walk(results, run, scope =>
        {
            results.Items.Add(body.Evaluate(scope, run));
            run.CheckList(results.Items.Count);
            return true;
        });
        return walked ? new FeelList([.. results.Items]) : FeelValue.Null;
    }

    /// <summary>Gives the body "partial": the results so far. Made anew at each read, which therefore costs a step an item.</summary>
    private sealed class PartialResults(Frame parent, Evaluation run) : Frame
    {
        public List<FeelValue> Items { get; } = [];

        public override FeelValue? Find(string name)
        {
            if (name != "partial") return parent.Find(name);
            run.Spend(Items.Count);
            return new FeelList([.. Items]);
        }
    }
}

/// <summary>some … satisfies and every … satisfies, in three truth values.</summary>
internal sealed class QuantifiedNode(bool every, string[] names, Node[] domains, Node condition) : Node([.. domains, condition])
{
    private readonly Iterator iterator = new(names, domains, condition.Size);

    public override FeelValue Evaluate(Frame frame, Evaluation run)
    {
        var (decided, unknown) = (false, false);
        var walked = iterator.Walk(frame, run, scope =>
        {
            var answer = condition.Evaluate(scope, run) as FeelBoolean;
            unknown |= answer is null;
            decided = answer is not null && answer.Value != every;
            return !decided;
        });
        if (!walked) return FeelValue.Null;
        return decided ? FeelValue.From(!every) : unknown ? FeelValue.Null : FeelValue.From(every);
    }
}
