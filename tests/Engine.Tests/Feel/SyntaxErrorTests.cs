using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Feel;

public sealed class SyntaxErrorTests
{
    [Theory]
    [InlineData("1 +", 1, 4, "Expected a value, but the text ends.")]
    [InlineData("[1, 2", 1, 6, "Expected \"]\", but the text ends.")]
    [InlineData("1 +\n  * 2", 2, 3, "Expected a value, but \"*\" stands there.")]
    [InlineData("if a then b", 1, 12, "Expected \"else\", but the text ends.")]
    [InlineData("a % b", 1, 3, "Expected FEEL, but \"%\" has no meaning here.")]
    [InlineData("\"open", 1, 1, "Expected a closing quotation mark, but the text ends.")]
    [InlineData("f(a: 1, 2)", 1, 11, "Expected a name before each argument or before none, but the text ends.")]
    [InlineData("1 2", 1, 3, "Expected the end of the expression, but \"2\" stands there.")]
    public void Says_where_and_what(string text, int line, int column, string message)
    {
        var error = Assert.Throws<FeelSyntaxException>(() => FeelExpression.Parse(text));
        Assert.Equal((line, column, message), (error.Line, error.Column, error.Message));
    }

    [Fact]
    public void Skips_comments() => Assert.Equal("3", Evaluate.Text("1 /* one */ + // and\n 2"));
}
