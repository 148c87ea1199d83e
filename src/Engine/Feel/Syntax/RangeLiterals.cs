using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>Range literals as range() reads them (DMN 1.5, grammar rules 66 and 67): ends are literals, and one may be missing.</summary>
internal sealed partial class Parser
{
    /// <summary>Null when the text is a range, but not one of literals in order.</summary>
    public FeelRange? ParseRangeLiteral()
    {
        var startIncluded = token.Is("[");
        if (!startIncluded && !token.Is("(") && !token.Is("]")) throw Unexpected("the start of a range");
        Advance();
        var start = token.Is("..") && !startIncluded ? null : Sum();
        Expect("..");
        var end = token.Is(")") || token.Is("[") ? null : LastEnd();
        var endIncluded = token.Is("]");
        if (!endIncluded && !token.Is(")") && !token.Is("[")) throw Unexpected("the end of a range");
        Advance();
        ExpectEnd();
        return LiteralRange(start, startIncluded, end, endIncluded);
    }

    private Node LastEnd()
    {
        rangeEnds++;
        var end = Sum();
        rangeEnds--;
        return end;
    }

    private static FeelRange? LiteralRange(Node? start, bool startIncluded, Node? end, bool endIncluded)
    {
        var (from, to) = (EndValue(start), EndValue(end));
        if ((start is null && end is null) || from is null || to is null) return null;
        var range = RangeNode.Make(from, startIncluded, to, endIncluded) as FeelRange;
        return range is null ? null : range with { Unbounded = start is null || end is null };
    }

    /// <summary>FEEL null for an end that is missing; null for one that is no literal.</summary>
    private static FeelValue? EndValue(Node? end)
    {
        if (end is null) return FeelValue.Null;
        var value = end is Literal or CallNode { IsTemporalLiteral: true }
            ? end.Evaluate(EmptyFrame.Instance, new Evaluation(default, FeelLimits.Default))
            : FeelValue.Null;
        return value.IsNull ? null : value;
    }
}
