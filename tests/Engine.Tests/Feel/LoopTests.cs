namespace CaseFlow.Engine.Tests.Feel;

public sealed class LoopTests
{
    [Theory]
    [InlineData("for i in [1, 2, 3] return i * i", "[1, 4, 9]")]
    [InlineData("for i in 1..4 return i", "[1, 2, 3, 4]")]
    [InlineData("for i in 3..1 return i", "[3, 2, 1]")]
    [InlineData("for i in (1..4] return i", "[2, 3, 4]")]
    [InlineData("for d in @\"2026-01-30\"..@\"2026-02-01\" return d.day", "[30, 31, 1]")]
    [InlineData("for i in [1, 2], j in 1..i return [i, j]", "[[1, 1], [2, 1], [2, 2]]")]
    [InlineData("for i in null return i", "null")]
    [InlineData("for i in \"a\"..\"c\" return i", "null")]
    public void Walks_lists_ranges_and_days(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("for i in 0..6 return if i < 2 then 1 else partial[-1] + partial[-2]", "[1, 1, 2, 3, 5, 8, 13]")]
    public void Shows_a_loop_what_it_made_so_far(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("some x in [1, 2] satisfies x > 1", "true")]
    [InlineData("every x in [1, 2] satisfies x > 1", "false")]
    [InlineData("every x in [] satisfies false", "true")]
    [InlineData("some x in [] satisfies true", "false")]
    [InlineData("some x in [1, null] satisfies x > 1", "null")]
    [InlineData("some x in [1, 2], y in [2, 3] satisfies x = y", "true")]
    [InlineData("some x in null satisfies x", "null")]
    public void Quantifies_in_three_truth_values(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));
}
