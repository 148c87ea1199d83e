namespace CaseFlow.Engine.Tests.Feel;

public sealed class TemporalValueTests
{
    [Theory]
    [InlineData("@\"2026-01-05\"", "2026-01-05")]
    [InlineData("@\"2026-02-29\"", "null")]
    [InlineData("@\"24:00:00\"", "00:00:00")]
    [InlineData("@\"09:00:00.25+08:00\"", "09:00:00.25+08:00")]
    [InlineData("@\"09:00:00@Asia/Shanghai\"", "09:00:00@Asia/Shanghai")]
    [InlineData("@\"09:00:00@Nowhere/Land\"", "null")]
    [InlineData("@\"2026-01-05T09:00:00Z\"", "2026-01-05T09:00:00Z")]
    [InlineData("@\"P1Y14M\"", "P2Y2M")]
    [InlineData("@\"PT36H\"", "P1DT12H")]
    [InlineData("@\"P1Y1D\"", "null")]
    [InlineData("@\"-999999999-01-01\"", "-999999999-01-01")]
    [InlineData("@\"soon\"", "null")]
    public void Reads_literals_and_refuses_impossible_ones(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("@\"2026-01-05\".weekday", "1")]
    [InlineData("@\"2026-01-05\".year", "2026")]
    [InlineData("@\"2026-01-05T09:30:15@Asia/Shanghai\".time offset", "PT8H")]
    [InlineData("@\"2026-01-05T09:30:15@Asia/Shanghai\".timezone", "\"Asia/Shanghai\"")]
    [InlineData("@\"09:30:15\".minute", "30")]
    [InlineData("@\"09:30:15\".time offset", "null")]
    [InlineData("@\"P2DT3H4M5S\".hours", "3")]
    [InlineData("@\"P1Y2M\".months", "2")]
    [InlineData("[1..5).start included", "true")]
    [InlineData("[1..5).end included", "false")]
    [InlineData("(< 5).end", "5")]
    public void Has_properties(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));
}
