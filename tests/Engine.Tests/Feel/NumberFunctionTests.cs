namespace CaseFlow.Engine.Tests.Feel;

public sealed class NumberFunctionTests
{
    [Theory]
    [InlineData("decimal(2.5, 0)", "2")]
    [InlineData("decimal(3.14159, 2)", "3.14")]
    [InlineData("decimal(1250, -2)", "1200")]
    [InlineData("floor(-1.5)", "-2")]
    [InlineData("floor(1.56, 1)", "1.5")]
    [InlineData("ceiling(-1.5)", "-1")]
    [InlineData("round up(-5.5, 0)", "-6")]
    [InlineData("round down(5.9, 0)", "5")]
    [InlineData("round half up(5.5, 0)", "6")]
    [InlineData("round half up(-5.5, 0)", "-6")]
    [InlineData("round half down(5.5, 0)", "5")]
    [InlineData("round half down(5.51, 0)", "6")]
    [InlineData("decimal(1, 9999)", "null")]
    public void Rounds_in_every_way(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("abs(-3)", "3")]
    [InlineData("abs(@\"-P1D\")", "P1D")]
    [InlineData("modulo(-12, 5)", "3")]
    [InlineData("modulo(12, -5)", "-3")]
    [InlineData("modulo(1, 0)", "null")]
    [InlineData("sqrt(16)", "4")]
    [InlineData("sqrt(-1)", "null")]
    [InlineData("decimal(log(10), 10)", "2.302585093")]
    [InlineData("decimal(exp(1), 10)", "2.7182818285")]
    [InlineData("exp(0)", "1")]
    [InlineData("log(1)", "0")]
    [InlineData("odd(3)", "true")]
    [InlineData("even(3)", "false")]
    public void Computes(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));
}
