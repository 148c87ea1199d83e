namespace CaseFlow.Engine.Tests.Feel;

public sealed class PatternFunctionTests
{
    [Theory]
    [InlineData("matches(\"13812345678\", \"^1[3-9]\\d{9}$\")", "true")]
    [InlineData("matches(\"Abc\", \"abc\", \"i\")", "true")]
    [InlineData("matches(\"a b\", \"a   b\", \"x\")", "false")]
    [InlineData("matches(\"a.b\", \"a.b\", \"q\")", "true")]
    [InlineData("matches(\"abc\", \"a(?=b)\")", "null")]
    [InlineData("matches(\"abc\", \"[a\")", "null")]
    [InlineData("matches(\"abc\", \"a\", \"z\")", "null")]
    [InlineData("matches(\"abab\", \"^(ab)\\1$\")", "true")]
    public void Matches_as_XPath_does(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("replace(\"2026-01-05\", \"(\\d+)-(\\d+)-(\\d+)\", \"$3.$2.$1\")", "\"05.01.2026\"")]
    [InlineData("replace(\"a.b\", \".\", \"-\", \"q\")", "\"a-b\"")]
    [InlineData("replace(\"abc\", \"x*\", \"-\")", "null")]
    [InlineData("replace(\"abc\", \"b\", \"$\")", "null")]
    [InlineData("split(\"a;b;;c\", \";\")", "[\"a\", \"b\", \"\", \"c\"]")]
    public void Replaces_with_groups(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));
}
