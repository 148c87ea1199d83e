namespace CaseFlow.Engine.Tests.Feel;

public sealed class TemporalFunctionTests
{
    [Theory]
    [InlineData("day of week(@\"2026-01-05\")", "\"Monday\"")]
    [InlineData("day of year(@\"2026-02-01\")", "32")]
    [InlineData("week of year(@\"2027-01-01\")", "53")]
    [InlineData("month of year(@\"2026-01-05T09:00:00\")", "\"January\"")]
    [InlineData("day of week(\"2026-01-05\")", "null")]
    public void Names_and_counts_days(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("now()", "2026-01-05T09:00:00+08:00")]
    [InlineData("today()", "2026-01-05")]
    [InlineData("now(1)", "null")]
    public void Takes_the_moment_it_is_given(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));
}
