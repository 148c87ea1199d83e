namespace CaseFlow.Engine.Tests.Feel;

public sealed class TypeTests
{
    [Theory]
    [InlineData("1 instance of number", "true")]
    [InlineData("\"a\" instance of string", "true")]
    [InlineData("@\"2026-01-05\" instance of date", "true")]
    [InlineData("@\"2026-01-05\" instance of date and time", "false")]
    [InlineData("@\"P1D\" instance of days and time duration", "true")]
    [InlineData("@\"P1M\" instance of years and months duration", "true")]
    [InlineData("[1, 2] instance of list<number>", "true")]
    [InlineData("[1, \"a\"] instance of list<number>", "false")]
    [InlineData("{a: 1, b: 2} instance of context<a: number>", "true")]
    [InlineData("{b: 2} instance of context<a: number>", "false")]
    [InlineData("[1..5] instance of range<number>", "true")]
    [InlineData("(function(a: number) a) instance of function<number> -> Any", "true")]
    [InlineData("null instance of number", "false")]
    [InlineData("1 instance of Any", "true")]
    [InlineData("1 instance of nothing known", "null")]
    public void Tells_what_a_value_is(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));
}
