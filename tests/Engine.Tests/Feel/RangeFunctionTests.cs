namespace CaseFlow.Engine.Tests.Feel;

public sealed class RangeFunctionTests
{
    [Theory]
    [InlineData("before(1, 2)", "true")]
    [InlineData("before(1, (1..5])", "true")]
    [InlineData("before([1..3], 4)", "true")]
    [InlineData("before([1..3], [3..4])", "false")]
    [InlineData("after(5, [1..5))", "true")]
    [InlineData("meets([1..3], [3..5])", "true")]
    [InlineData("met by([3..5], [1..3])", "true")]
    [InlineData("overlaps([1..4], [3..5])", "true")]
    [InlineData("overlaps before([1..4], [3..5])", "true")]
    [InlineData("overlaps after([3..5], [1..4])", "true")]
    [InlineData("finishes(5, [1..5])", "true")]
    [InlineData("finishes([3..5], [1..5])", "true")]
    [InlineData("finished by([1..5], 5)", "true")]
    [InlineData("includes([1..5], 3)", "true")]
    [InlineData("includes([1..5], [2..6])", "false")]
    [InlineData("during(3, [1..5])", "true")]
    [InlineData("starts(1, [1..5])", "true")]
    [InlineData("started by([1..5], [1..3])", "true")]
    [InlineData("coincides([1..5], [1..5])", "true")]
    [InlineData("coincides(1, 2)", "false")]
    [InlineData("before(1, \"a\")", "null")]
    [InlineData("includes((< 5), 3)", "true")]
    public void Relates_points_and_ranges(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("range(\"]1..3[\")", "(1..3)")]
    [InlineData("range(\"[1..3)\")", "[1..3)")]
    [InlineData("range(\"(..3]\")", "(null..3]")]
    [InlineData("3 in range(\"[2..)\")", "true")]
    [InlineData("range(\"[\\\"a\\\"..\\\"c\\\"]\")", "[\"a\"..\"c\"]")]
    [InlineData("range(\"[@\\\"2026-01-05\\\"..@\\\"2026-01-06\\\"]\")", "[2026-01-05..2026-01-06]")]
    [InlineData("range(\"[1 + 1..3]\")", "null")]
    [InlineData("range(\"1..3\")", "null")]
    public void Reads_ranges_from_text(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));
}
