namespace CaseFlow.Engine.Tests.Feel;

public sealed class ListFunctionTests
{
    [Theory]
    [InlineData("list contains([1, null], null)", "true")]
    [InlineData("count([1, 2])", "2")]
    [InlineData("count(\"x\")", "1")]
    [InlineData("index of([1, 2, 1], 1)", "[1, 3]")]
    [InlineData("concatenate([1], [2, 3])", "[1, 2, 3]")]
    [InlineData("union([1, 2], [2, 3])", "[1, 2, 3]")]
    [InlineData("distinct values([1, 2, 1])", "[1, 2]")]
    [InlineData("flatten([1, [2, [3]]])", "[1, 2, 3]")]
    [InlineData("reverse([1, 2, 3])", "[3, 2, 1]")]
    [InlineData("count(null)", "null")]
    public void Asks_and_joins_lists(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("sublist([1, 2, 3], 2)", "[2, 3]")]
    [InlineData("sublist([1, 2, 3], -2, 1)", "[2]")]
    [InlineData("append([1], 2, 3)", "[1, 2, 3]")]
    [InlineData("insert before([1, 3], 2, 2)", "[1, 2, 3]")]
    [InlineData("remove([1, 2, 3], -1)", "[1, 2]")]
    [InlineData("remove([1, 2, 3], 4)", "null")]
    [InlineData("list replace([1, 2, 3], 2, 9)", "[1, 9, 3]")]
    [InlineData("list replace([1, 2, 3], function(item, new) item > 1, 0)", "[1, 0, 0]")]
    [InlineData("sort([3, 1, 2])", "[1, 2, 3]")]
    [InlineData("sort([3, 1, 2], function(a, b) a > b)", "[3, 2, 1]")]
    [InlineData("sort([{n: 2, t: \"a\"}, {n: 1, t: \"b\"}, {n: 2, t: \"c\"}], function(a, b) a.n < b.n).t", "[\"b\", \"a\", \"c\"]")]
    [InlineData("sort([1, \"a\"])", "null")]
    public void Edits_lists(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));
}
