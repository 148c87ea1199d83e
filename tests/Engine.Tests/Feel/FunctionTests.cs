namespace CaseFlow.Engine.Tests.Feel;

public sealed class FunctionTests
{
    [Theory]
    [InlineData("(function(a, b) a - b)(5, 3)", "2")]
    [InlineData("(function(a, b) a - b)(b: 5, a: 3)", "-2")]
    [InlineData("(function(a, b) a - b)(5)", "null")]
    [InlineData("(function(a, b) a - b)(a: 5, c: 3)", "null")]
    [InlineData("(function(a: number) a)(\"x\")", "null")]
    [InlineData("(function(a: number) a)([7])", "7")]
    [InlineData("substring(start position: 2, string: \"abc\")", "\"bc\"")]
    [InlineData("unknown function(1)", "null")]
    public void Calls_by_position_and_by_name(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("{n: 10, add: function(x) x + n, r: (function(n) add(1))(100)}.r", "11")]
    public void Keeps_the_names_a_function_was_made_among(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("(function(a) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}})(1)", "null")]
    public void Does_not_run_external_functions(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));
}
