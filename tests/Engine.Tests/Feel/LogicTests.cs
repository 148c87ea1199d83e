namespace CaseFlow.Engine.Tests.Feel;

public sealed class LogicTests
{
    [Theory]
    [InlineData("true and null", "null")]
    [InlineData("false and null", "false")]
    [InlineData("true or null", "true")]
    [InlineData("false or null", "null")]
    [InlineData("true and \"x\"", "null")]
    [InlineData("not(null)", "null")]
    [InlineData("not(1)", "null")]
    public void Knows_three_truth_values(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("1 = 1.0", "true")]
    [InlineData("\"a\" = \"b\"", "false")]
    [InlineData("1 = \"1\"", "null")]
    [InlineData("null = null", "true")]
    [InlineData("1 = null", "false")]
    [InlineData("\"a\" != null", "true")]
    [InlineData("[1, 2] = [1, 2]", "true")]
    [InlineData("[1, 2] = [2, 1]", "false")]
    [InlineData("{a: 1, b: 2} = {b: 2, a: 1}", "true")]
    [InlineData("[1..5] = [1..5]", "true")]
    [InlineData("\"a\" < \"b\"", "true")]
    [InlineData("1 < \"b\"", "null")]
    [InlineData("@\"2026-01-05\" < @\"2026-01-06\"", "true")]
    [InlineData("@\"2026-01-05T10:00:00@Asia/Shanghai\" = @\"2026-01-05T02:00:00Z\"", "true")]
    public void Compares_values_of_one_kind(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("5 between 1 and 5", "true")]
    [InlineData("5 between 6 and 9", "false")]
    [InlineData("5 between 6 and null", "false")]
    [InlineData("5 between 1 and null", "null")]
    [InlineData("null between 1 and 5", "null")]
    [InlineData("3 in [1..3)", "false")]
    [InlineData("3 in (1..3]", "true")]
    [InlineData("3 in ]1..4[", "true")]
    [InlineData("3 in (1, 2, >= 3)", "true")]
    [InlineData("3 in [1, 2]", "false")]
    [InlineData("3 in != 4", "true")]
    [InlineData("[1] in [[1], [2]]", "true")]
    [InlineData("3 in [1..null]", "null")]
    public void Tests_between_and_in(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("if 1 < 2 then \"a\" else \"b\"", "\"a\"")]
    [InlineData("if null then \"a\" else \"b\"", "\"b\"")]
    [InlineData("if \"true\" then \"a\" else \"b\"", "\"b\"")]
    public void Takes_the_else_branch_unless_surely_true(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));
}
