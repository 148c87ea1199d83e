namespace CaseFlow.Engine.Tests.Feel;

public sealed class ConversionFunctionTests
{
    [Theory]
    [InlineData("string(1.50)", "\"1.5\"")]
    [InlineData("string(null)", "null")]
    [InlineData("string([\"a\", 1])", "\"[\\\"a\\\", 1]\"")]
    [InlineData("string({a: @\"2026-01-05\"})", "\"{a: 2026-01-05}\"")]
    [InlineData("string([1..5))", "\"[1..5)\"")]
    public void Converts_to_text(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("number(\"1,000.5\", \",\", \".\")", "1000.5")]
    [InlineData("number(\"1 000,5\", \" \", \",\")", "1000.5")]
    [InlineData("number(\"1.5\")", "1.5")]
    [InlineData("number(\"1,5\", \".\", \".\")", "null")]
    [InlineData("number(\"x\", \",\", \".\")", "null")]
    public void Converts_to_numbers(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("date(\"2026-01-05\")", "2026-01-05")]
    [InlineData("date(2026, 1, 5)", "2026-01-05")]
    [InlineData("date(2026, 2, 30)", "null")]
    [InlineData("date(@\"2026-01-05T09:00:00\")", "2026-01-05")]
    [InlineData("time(\"09:00:00\")", "09:00:00")]
    [InlineData("time(9, 30, 15, @\"PT8H\")", "09:30:15+08:00")]
    [InlineData("time(@\"2026-01-05\")", "00:00:00Z")]
    [InlineData("date and time(\"2026-01-05\")", "2026-01-05T00:00:00")]
    [InlineData("date and time(@\"2026-01-05\", @\"09:00:00\")", "2026-01-05T09:00:00")]
    [InlineData("duration(\"P3D\")", "P3D")]
    [InlineData("duration(\"3 days\")", "null")]
    [InlineData("years and months duration(@\"2024-02-29\", @\"2026-02-28\")", "P1Y11M")]
    public void Converts_to_dates_and_times(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("not(false)", "true")]
    [InlineData("is(@\"10:00:00Z\", @\"10:00:00+00:00\")", "true")]
    [InlineData("is(@\"10:00:00\", @\"10:00:00Z\")", "false")]
    [InlineData("is(1, \"1\")", "false")]
    public void Negates_and_compares_identity(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));
}
