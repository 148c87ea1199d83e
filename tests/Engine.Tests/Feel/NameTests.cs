using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Feel;

public sealed class NameTests
{
    [Theory]
    [InlineData("居民 意见 = \"满意\"", "true")]
    [InlineData("居民 意见", "\"满意\"")]
    [InlineData("if 居民 意见 = \"满意\" and 次数 > 1 then \"办结\" else \"回访\"", "\"办结\"")]
    public void Joins_words_nobody_announced(string expression, string expected)
    {
        var scope = Evaluate.Scope(("居民 意见", "\"满意\""), ("次数", "2"));
        Assert.Equal(expected, FeelExpression.Parse(expression).Evaluate(scope).ToString());
    }

    [Theory]
    [InlineData("a-b", "10")]
    [InlineData("a - b", "-1")]
    [InlineData("resident's name", "\"Li\"")]
    [InlineData("in/out + 1", "6")]
    [InlineData("start and end", "true")]
    [InlineData("a-b.first part", "null")]
    public void Prefers_the_longest_announced_name(string expression, string expected) => Assert.Equal(expected, Evaluate.Text(
        expression, ("a", "1"), ("b", "2"), ("a-b", "10"), ("resident's name", "\"Li\""), ("in/out", "5"), ("start and end", "true")));

    [Fact]
    public void Lists_the_names_an_expression_reads()
    {
        var expression = FeelExpression.Parse("for i in items return i * rate + (function(x) x + fee)(1) + count(items) + {k: 1, l: k}.l");
        Assert.Equal(["fee", "items", "rate"], expression.Names);
    }

    [Fact]
    public void Leaves_out_what_a_filter_finds_in_its_items() =>
        Assert.Equal(["limit"], FeelExpression.Parse("[{n: 1}, {n: 2}][n > limit]").Names);

    [Fact]
    public void Data_named_like_a_function_does_not_hide_it() =>
        Assert.Equal("[2, 7]", Evaluate.Text("[count([1, 2]), count]", ("count", "7")));

    [Theory]
    [InlineData("= 1 + 1", "2")]
    [InlineData("1 + 1", "2")]
    public void Skips_the_sign_Camunda_8_starts_with(string text, string expected) =>
        Assert.Equal(expected, FeelExpression.ParseBpmn(text).Evaluate(Evaluate.Scope()).ToString());
}
