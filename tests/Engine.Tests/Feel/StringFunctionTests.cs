namespace CaseFlow.Engine.Tests.Feel;

public sealed class StringFunctionTests
{
    [Theory]
    [InlineData("string length(\"居民😀\")", "3")]
    [InlineData("substring(\"居民😀意见\", 3, 2)", "\"😀意\"")]
    [InlineData("substring(\"foobar\", -2)", "\"ar\"")]
    [InlineData("substring(\"foobar\", 7)", "null")]
    [InlineData("substring(\"foobar\", 0)", "null")]
    public void Counts_code_points(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("upper case(\"abc\")", "\"ABC\"")]
    [InlineData("lower case(\"ABC\")", "\"abc\"")]
    [InlineData("substring before(\"foobar\", \"bar\")", "\"foo\"")]
    [InlineData("substring after(\"foobar\", \"foo\")", "\"bar\"")]
    [InlineData("substring after(\"foobar\", \"x\")", "\"\"")]
    [InlineData("contains(\"foobar\", \"oba\")", "true")]
    [InlineData("starts with(\"foobar\", \"foo\")", "true")]
    [InlineData("ends with(\"foobar\", \"foo\")", "false")]
    [InlineData("string join([\"a\", null, \"b\"], \", \")", "\"a, b\"")]
    [InlineData("string join([\"a\", \"b\"])", "\"ab\"")]
    [InlineData("string join([\"a\", 1])", "null")]
    public void Changes_and_searches(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("\"a\\\"b\\\\c\\t\\u4E2D\"", "\"a\\\"b\\\\c\t中\"")]
    public void Reads_escapes(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));
}
