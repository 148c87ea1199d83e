namespace CaseFlow.Engine.Tests.Feel;

public sealed class ArithmeticTests
{
    [Theory]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("1.10 * 3", "3.3")]
    [InlineData("10 / 4", "2.5")]
    [InlineData("2 ** 10", "1024")]
    [InlineData("2 ** -1", "0.5")]
    [InlineData("-3 ** 2", "9")]
    [InlineData("2 + 3 * 4", "14")]
    [InlineData("(2 + 3) * 4", "20")]
    [InlineData("--5", "5")]
    public void Adds_and_multiplies_decimals_exactly(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("1 / 0", "null")]
    [InlineData("1 + \"1\"", "null")]
    [InlineData("\"a\" - \"b\"", "null")]
    [InlineData("10 ** 40", "null")]
    [InlineData("null + 1", "null")]
    [InlineData("-\"a\"", "null")]
    public void Answers_null_where_there_is_no_number(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("@\"2026-01-31\" + @\"P1M\"", "2026-02-28")]
    [InlineData("@\"2026-03-31\" - @\"P1M\"", "2026-02-28")]
    [InlineData("@\"2026-01-05\" + @\"P1D\"", "2026-01-06")]
    [InlineData("@\"2026-01-05T23:30:00\" + @\"PT45M\"", "2026-01-06T00:15:00")]
    [InlineData("@\"23:30:00\" + @\"PT45M\"", "00:15:00")]
    [InlineData("@\"P1Y\" + @\"P3M\"", "P1Y3M")]
    [InlineData("@\"P1D\" + @\"P1M\"", "null")]
    [InlineData("2 * @\"PT90M\"", "PT3H")]
    [InlineData("@\"P1D\" / 4", "PT6H")]
    [InlineData("@\"P3D\" / @\"P2D\"", "1.5")]
    public void Moves_dates_by_durations(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("@\"2026-01-05\" - @\"2025-12-31\"", "P5D")]
    [InlineData("@\"2026-01-05T10:00:00Z\" - @\"2026-01-05T10:00:00+08:00\"", "PT8H")]
    [InlineData("@\"10:00:00\" - @\"08:30:00\"", "PT1H30M")]
    [InlineData("@\"2026-01-05T10:00:00Z\" - @\"2026-01-05T10:00:00\"", "null")]
    public void Measures_the_time_between(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("@\"2026-03-28T12:00:00@Europe/Paris\" + @\"PT24H\"", "2026-03-29T13:00:00@Europe/Paris")]
    [InlineData("@\"2026-01-05T10:00:00@Asia/Shanghai\" + @\"PT24H\"", "2026-01-06T10:00:00@Asia/Shanghai")]
    public void Follows_a_zone_through_its_clock_change(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));
}
