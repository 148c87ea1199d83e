using CaseFlow.Engine.Feel.Syntax;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>How points and ranges lie to each other (DMN 1.5, table 78), and range(), which reads one from text.</summary>
internal static class RangeFunctions
{
    public static BuiltIn[] All { get; } =
    [
        Relation("before", (a, b) => EndsBefore(a, b), points: true),
        Relation("after", (a, b) => EndsBefore(b, a), points: true),
        Ranges("meets", (a, b) => a.End.TouchesStart(b.Start)),
        Ranges("met by", (a, b) => b.End.TouchesStart(a.Start)),
        Ranges("overlaps", (a, b) => !EndsBefore(a, b) && !EndsBefore(b, a)),
        Ranges("overlaps before", OverlapsBefore),
        Ranges("overlaps after", (a, b) => OverlapsBefore(b, a)),
        Relation("finishes", Finishes, points: false, pointFirst: true),
        Relation("finished by", (a, b) => Finishes(b, a), points: false, pointFirst: false),
        Relation("includes", Includes, points: false, pointFirst: false),
        Relation("during", (a, b) => Includes(b, a), points: false, pointFirst: true),
        Relation("starts", Starts, points: false, pointFirst: true),
        Relation("started by", (a, b) => Starts(b, a), points: false, pointFirst: false),
        new("coincides", [Pair("point1, point2", Coincides, false, false), Pair("range1, range2", Coincides, true, true)]),
        new("range", [Form.Of("from", args => args.Text(0) is { } text ? Read(text) : null)]),
    ];

    private static BuiltIn Ranges(string name, Func<Span, Span, bool> relation) => new(name, [Pair("range1, range2", relation, true, true)]);

    /// <summary>before and after: any two of point and range.</summary>
    private static BuiltIn Relation(string name, Func<Span, Span, bool> relation, bool points) => new(name,
    [
        Form.Of("point1, point2", args => Test(args, relation, _ => points)),
        Form.Of("point, range", args => Test(args, relation, _ => true)),
        new Form(["range", "point"], 2, args => Test(args, relation, _ => true)),
        Form.Of("range1, range2", args => Test(args, relation, _ => true)),
    ]);

    private static BuiltIn Relation(string name, Func<Span, Span, bool> relation, bool points, bool pointFirst) => new(name,
    [
        Form.Of(pointFirst ? "point, range" : "range, point", args => Test(args, relation, kinds => Fits(kinds, points, pointFirst))),
        Form.Of("range1, range2", args => Test(args, relation, kinds => Fits(kinds, points, pointFirst))),
    ]);

    private static bool Fits((bool First, bool Second) isRange, bool points, bool pointFirst) => isRange switch
    {
        (true, true) => true,
        (false, false) => points,
        (false, true) => pointFirst,
        _ => !pointFirst,
    };

    private static Form Pair(string parameters, Func<Span, Span, bool> relation, bool first, bool second) =>
        Form.Of(parameters, args => Test(args, relation, kinds => kinds.First == kinds.Second && (kinds == (first, second) || args.Count == 2)));

    /// <summary>Null when an argument is missing, of the wrong kind, or not comparable with the other.</summary>
    private static FeelValue? Test(Arguments args, Func<Span, Span, bool> relation, Func<(bool First, bool Second), bool> fits)
    {
        var (first, second) = (Single(args[0]), Single(args[1]));
        if (first.IsNull || second.IsNull || !fits((first is FeelRange, second is FeelRange))) return null;
        var (a, b) = (Span.Of(first), Span.Of(second));
        return Span.AreComparable(a, b) ? FeelValue.From(relation(a, b)) : null;
    }

    private static FeelValue Single(FeelValue value) => value is FeelList { Items: [var only] } ? only : value;

    private static bool EndsBefore(Span a, Span b)
    {
        var order = a.End.CompareTo(b.Start);
        return order < 0 || (order == 0 && !(a.End.Included && b.Start.Included));
    }

    private static bool OverlapsBefore(Span a, Span b)
    {
        var start = a.Start.CompareTo(b.Start);
        var end = a.End.CompareTo(b.End);
        return (start < 0 || (start == 0 && a.Start.Included && !b.Start.Included))
            && !EndsBefore(a, b)
            && (end < 0 || (end == 0 && (!a.End.Included || b.End.Included)));
    }

    private static bool Finishes(Span a, Span b)
    {
        if (a.IsPoint) return b.End.Included && a.End.CompareTo(b.End) == 0;
        var start = a.Start.CompareTo(b.Start);
        return a.End.Included == b.End.Included && a.End.CompareTo(b.End) == 0
            && (start > 0 || (start == 0 && (!a.Start.Included || b.Start.Included)));
    }

    private static bool Starts(Span a, Span b)
    {
        if (a.IsPoint) return b.Start.Included && a.Start.CompareTo(b.Start) == 0;
        var end = a.End.CompareTo(b.End);
        return a.Start.Included == b.Start.Included && a.Start.CompareTo(b.Start) == 0
            && (end < 0 || (end == 0 && (!a.End.Included || b.End.Included)));
    }

    private static bool Includes(Span a, Span b)
    {
        var (start, end) = (a.Start.CompareTo(b.Start), a.End.CompareTo(b.End));
        return (start < 0 || (start == 0 && (a.Start.Included || !b.Start.Included)))
            && (end > 0 || (end == 0 && (a.End.Included || !b.End.Included)));
    }

    private static bool Coincides(Span a, Span b) =>
        a.Start.CompareTo(b.Start) == 0 && a.End.CompareTo(b.End) == 0
        && a.Start.Included == b.Start.Included && a.End.Included == b.End.Included;

    /// <summary>A range literal; null for any other text.</summary>
    private static FeelRange? Read(string text)
    {
        try
        {
            return new Parser(text, new ParserNames()).ParseRangeLiteral();
        }
        catch (FeelSyntaxException)
        {
            return null;
        }
    }
}
