namespace CaseFlow.Engine.Tests.Feel;

public sealed class AggregateFunctionTests
{
    [Theory]
    [InlineData("min(3, 1, 2)", "1")]
    [InlineData("max([\"a\", \"c\", \"b\"])", "\"c\"")]
    [InlineData("min([@\"2026-01-05\", @\"2025-01-05\"])", "2025-01-05")]
    [InlineData("sum([1, 2, 3])", "6")]
    [InlineData("sum([])", "null")]
    [InlineData("mean(1, 2, 6)", "3")]
    [InlineData("product([2, 3, 4])", "24")]
    [InlineData("median([8, 2, 5, 3])", "4")]
    [InlineData("stddev(2, 4)", "1.4142135623730950488016887242")]
    [InlineData("mode([1, 2, 2, 3, 3])", "[2, 3]")]
    [InlineData("mode([])", "[]")]
    [InlineData("all([true, null])", "null")]
    [InlineData("all([])", "true")]
    [InlineData("any([false, true])", "true")]
    [InlineData("any([])", "false")]
    [InlineData("and([true, false])", "false")]
    [InlineData("or([true, null])", "true")]
    [InlineData("sum([1, \"2\"])", "null")]
    public void Makes_one_of_many(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));
}
