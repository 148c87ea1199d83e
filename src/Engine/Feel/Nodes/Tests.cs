using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Feel.Nodes;

/// <summary>A unary test: what stands in a decision table's input cell, or behind "in".</summary>
internal abstract class TestNode(params ReadOnlySpan<Node?> children) : Node(children)
{
    public abstract bool? Matches(FeelValue input, Frame frame, Evaluation run);

    /// <summary>Adds the values the test compares its input with; false when it is not made of constants alone, so that nobody can tell beforehand what it matches.</summary>
    public virtual bool AddConstants(List<FeelValue> values) => false;

    /// <summary>Only <see cref="Matches"/> makes sense for a test.</summary>
    public override FeelValue Evaluate(Frame frame, Evaluation run) => FeelValue.Null;
}

/// <summary>"-": anything.</summary>
internal sealed class AnyTest : TestNode
{
    public override bool? Matches(FeelValue input, Frame frame, Evaluation run) => true;

    public override bool AddConstants(List<FeelValue> values) => true;
}

/// <summary>&lt; 5, = "a" and the like.</summary>
internal sealed class CompareTest(Comparison comparison, Node operand) : TestNode(operand)
{
    public Comparison Comparison => comparison;

    /// <summary>What is compared with; null when it is worked out anew each time.</summary>
    public FeelValue? Bound => (operand as Literal)?.Value;

    public override bool? Matches(FeelValue input, Frame frame, Evaluation run) =>
        ComparisonTruth.Of(comparison, input, operand.Evaluate(frame, run));

    /// <summary>Texts have an order, but between two of them nobody can name a third.</summary>
    public override bool AddConstants(List<FeelValue> values) =>
        Bound is { } bound && (bound is not FeelString || comparison is Comparison.Equal or Comparison.NotEqual) && Constants.Add(bound, values);
}

/// <summary>A constant: the commonest cell of all.</summary>
internal sealed class ConstantTest(FeelValue value) : TestNode
{
    public FeelValue Value { get; } = value;

    public override bool? Matches(FeelValue input, Frame frame, Evaluation run)
    {
        if (input is FeelString text && Value is FeelString wanted) return text.Value == wanted.Value;
        return Membership.Test(input, Value);
    }

    public override bool AddConstants(List<FeelValue> values) => Constants.Add(Value, values);
}

/// <summary>Any expression. With "?" in it, its own truth decides; else its value is compared with the input.</summary>
internal sealed class ExpressionTest(Node expression, bool readsInput, bool truthDecides) : TestNode(expression)
{
    public Node Expression { get; } = expression;

    public override bool? Matches(FeelValue input, Frame frame, Evaluation run)
    {
        var scope = readsInput ? new NameFrame(frame, "?") { Value = input } : frame;
        var value = Expression.Evaluate(scope, run);
        if (value is FeelBoolean truth && (readsInput || (truthDecides && truth.Value && input is not FeelBoolean))) return truth.Value;
        if (readsInput && value.IsNull) return null;
        run.Touch(value);
        return Membership.Test(input, value);
    }
}

internal sealed class AnyOfTest(TestNode[] tests) : TestNode(tests)
{
    public override bool? Matches(FeelValue input, Frame frame, Evaluation run)
    {
        bool? result = false;
        foreach (var test in tests)
        {
            var match = test.Matches(input, frame, run);
            if (match == true) return true;
            result &= match;
        }
        return result;
    }

    public override bool AddConstants(List<FeelValue> values) => Array.TrueForAll(tests, test => test.AddConstants(values));
}

internal sealed class NotTest(TestNode test) : TestNode(test)
{
    public override bool? Matches(FeelValue input, Frame frame, Evaluation run) => !test.Matches(input, frame, run);

    public override bool AddConstants(List<FeelValue> values) => test.AddConstants(values);
}
