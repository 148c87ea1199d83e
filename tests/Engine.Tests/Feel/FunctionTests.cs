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
    [InlineData("{f: function(x) external {java:{class:\"java.lang.Math\", method signature:\"cos(double)\"}}, r: f(0)}.r", "1")]
    [InlineData("{f: function(a,b) external {java:{class:\"java.lang.Math\", method signature:\"max(int, int)\"}}, r: f(3,7)}.r", "7")]
    [InlineData("{f: function(a,b) external {java:{class:\"java.lang.Math\", method signature:\"max(int, int)\"}}, r: f(\"a\",7)}.r", "null")]
    [InlineData("{f: function(a) external {java:{class:\"java.lang.System\", method signature:\"exit(int)\"}}, r: f(1)}.r", "null")]
    [InlineData("{f: function(a) external {java:{class:\"java.lang.Integer\", method signature:\"valueOf(java.lang.String)\"}}, r: f(\"12\")}.r", "12")]
    [InlineData("{f: function(a,b) external {java:{class:\"java.lang.String\", method signature:\"format(java.lang.String, [Ljava.lang.Object;)\"}}, r: f(\"foo %s\", \"bar\")}.r", "\"foo bar\"")]
    [InlineData("{f: function(a) external {pmml:{document:\"x\", model:\"y\"}}, r: f(1)}.r", "null")]
    public void Works_out_a_few_methods_of_Java_and_no_other(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));
}
