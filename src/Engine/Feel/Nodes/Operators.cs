using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Feel.Nodes;

internal sealed class AddNode(Node left, Node right) : Node(left, right)
{
    public override FeelValue Evaluate(Frame frame, Evaluation run)
    {
        var sum = Arithmetic.Add(left.Evaluate(frame, run), right.Evaluate(frame, run));
        if (sum is not FeelString text) return sum;
        run.CheckText(text.Value.Length);
        run.Touch(text);
        return sum;
    }
}

/// <summary>Any of - * / **.</summary>
internal sealed class ArithmeticNode(Node left, Node right, Func<FeelValue, FeelValue, FeelValue> operation) : Node(left, right)
{
    public override FeelValue Evaluate(Frame frame, Evaluation run) => operation(left.Evaluate(frame, run), right.Evaluate(frame, run));
}

internal sealed class NegateNode(Node operand) : Node(operand)
{
    public override FeelValue Evaluate(Frame frame, Evaluation run) => Arithmetic.Negate(operand.Evaluate(frame, run));
}

internal enum Comparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

internal static class ComparisonTruth
{
    public static bool? Of(Comparison comparison, FeelValue left, FeelValue right)
    {
        if (comparison == Comparison.Equal) return Equality.Compare(left, right);
        if (comparison == Comparison.NotEqual) return !Equality.Compare(left, right);
        return Ordering.Compare(left, right) is { } order ? Holds(comparison, order) : null;
    }

    public static FeelValue Value(bool? truth) => truth is { } known ? FeelValue.From(known) : FeelValue.Null;

    private static bool Holds(Comparison comparison, int order) => comparison switch
    {
        Comparison.Less => order < 0,
        Comparison.LessOrEqual => order <= 0,
        Comparison.Greater => order > 0,
        _ => order >= 0,
    };
}

internal sealed class CompareNode(Comparison comparison, Node left, Node right) : Node(left, right)
{
    public override FeelValue Evaluate(Frame frame, Evaluation run)
    {
        var value = left.Evaluate(frame, run);
        run.Touch(value);
        return ComparisonTruth.Value(ComparisonTruth.Of(comparison, value, right.Evaluate(frame, run)));
    }
}

internal sealed class BetweenNode(Node value, Node low, Node high) : Node(value, low, high)
{
    public override FeelValue Evaluate(Frame frame, Evaluation run)
    {
        var tested = value.Evaluate(frame, run);
        var above = ComparisonTruth.Of(Comparison.GreaterOrEqual, tested, low.Evaluate(frame, run));
        var below = ComparisonTruth.Of(Comparison.LessOrEqual, tested, high.Evaluate(frame, run));
        return ComparisonTruth.Value(above & below);
    }
}

/// <summary>a and b and c, or the same with or, in three truth values. Whatever is no boolean counts as null.</summary>
internal sealed class LogicNode(bool isAnd, Node[] operands) : Node(operands)
{
    public override FeelValue Evaluate(Frame frame, Evaluation run)
    {
        var unknown = false;
        foreach (var operand in operands)
        {
            if (operand.Evaluate(frame, run) is not FeelBoolean truth) unknown = true;
            else if (truth.Value != isAnd) return truth;
        }
        return unknown ? FeelValue.Null : FeelValue.From(isAnd);
    }
}

internal sealed class InNode(Node value, TestNode test) : Node(value, test)
{
    public override FeelValue Evaluate(Frame frame, Evaluation run) =>
        ComparisonTruth.Value(test.Matches(value.Evaluate(frame, run), frame, run));
}

internal sealed class IfNode(Node condition, Node then, Node otherwise) : Node(condition, then, otherwise)
{
    public override FeelValue Evaluate(Frame frame, Evaluation run) =>
        condition.Evaluate(frame, run) is FeelBoolean { Value: true } ? then.Evaluate(frame, run) : otherwise.Evaluate(frame, run);
}

internal sealed class InstanceOfNode(Node value, FeelType? type) : Node(value)
{
    public override FeelValue Evaluate(Frame frame, Evaluation run) =>
        type is null ? FeelValue.Null : FeelValue.From(type.IsTypeOf(value.Evaluate(frame, run)));
}
