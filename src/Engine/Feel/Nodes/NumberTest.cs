namespace CaseFlow.Engine.Feel.Nodes;

/// <summary>A range of numbers, or a comparison with one, worked out at reading: most cells of a table are such. Other inputs go the long way.</summary>
internal sealed class NumberTest(TestNode general, decimal low, bool lowIncluded, decimal high, bool highIncluded) : TestNode(general)
{
    /// <summary>The quick way for a test of one number or range of numbers; any other test as it is.</summary>
    public static TestNode Of(TestNode test) => test switch
    {
        ConstantTest { Value: FeelRange { Start: FeelNumber a, End: FeelNumber b } range } => new NumberTest(test, a.Value, range.StartIncluded, b.Value, range.EndIncluded),
        ConstantTest { Value: FeelNumber exact } => new NumberTest(test, exact.Value, true, exact.Value, true),
        CompareTest { Bound: FeelNumber bound, Comparison: Comparison.Less or Comparison.LessOrEqual } compare =>
            new NumberTest(test, decimal.MinValue, true, bound.Value, compare.Comparison == Comparison.LessOrEqual),
        CompareTest { Bound: FeelNumber bound, Comparison: Comparison.Greater or Comparison.GreaterOrEqual } compare =>
            new NumberTest(test, bound.Value, compare.Comparison == Comparison.GreaterOrEqual, decimal.MaxValue, true),
        _ => test,
    };

    public override bool? Matches(FeelValue input, Frame frame, Evaluation run)
    {
        if (input is not FeelNumber number) return general.Matches(input, frame, run);
        var value = number.Value;
        return (value > low || (value == low && lowIncluded)) && (value < high || (value == high && highIncluded));
    }

    public override bool AddConstants(List<FeelValue> values) => general.AddConstants(values);
}
