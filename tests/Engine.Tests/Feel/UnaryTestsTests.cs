using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Feel;

public sealed class UnaryTestsTests
{
    [Theory]
    [InlineData("-", "1", true)]
    [InlineData("", "1", true)]
    [InlineData("1", "1", true)]
    [InlineData("1, 2", "2", true)]
    [InlineData("< 5", "5", false)]
    [InlineData("<= limit", "5", true)]
    [InlineData("[1..3], > 7", "8", true)]
    [InlineData("(1..3)", "3", false)]
    [InlineData("not(1, 2)", "2", false)]
    [InlineData("not(1, 2)", "3", true)]
    [InlineData("null", "null", true)]
    [InlineData("not(null)", "null", false)]
    [InlineData("\"a\"", "null", false)]
    [InlineData("[1, 2, 3]", "2", true)]
    [InlineData("contains(?, \"oo\")", "\"foo\"", true)]
    [InlineData("not(contains(?, \"oo\"))", "\"foo\"", false)]
    [InlineData("? > 1 and ? < 5", "3", true)]
    [InlineData("not(?) or true", "true", true)]
    [InlineData("count(?) > 1", "[1, 2]", true)]
    [InlineData("false", "false", true)]
    [InlineData("true", "false", false)]
    [InlineData("< 5", "\"a\"", null)]
    [InlineData("limit", "5", true)]
    public void Tests_a_value(string tests, string input, bool? expected) =>
        Assert.Equal(expected, FeelUnaryTests.Parse(tests).Matches(Evaluate.Of(input), Evaluate.Scope(("limit", "5"))));

    [Fact]
    public void Lists_the_names_the_tests_read() => Assert.Equal(["limit"], FeelUnaryTests.Parse("not(? > limit)").Names);
}
