using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Feel;

public sealed class LimitTests
{
    [Theory]
    [InlineData("for i in 1..100000, j in 1..100000 return i")]
    [InlineData("some i in 1..100000, j in 1..100000 satisfies false")]
    [InlineData("(function(f) f(f))(function(f) f(f))")]
    [InlineData("for i in 1..40 return if i = 1 then \"0123456789\" else partial[-1] + partial[-1]")]
    [InlineData("for i in 1..40 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])")]
    [InlineData("for i in 1..40 return if i = 1 then {a: 1} else {a: partial[-1], b: partial[-1]}")]
    [InlineData("for i in 1..400 return if i = 1 then [1] else [partial[-1]]")]
    [InlineData("for i in 1..100000 return partial")]
    [InlineData("distinct values(for i in 1..100000 return i)")]
    [InlineData("matches(string join(for i in 1..400 return \"a\"), \"(a+)+\\1b\")")]
    public void Stops_what_would_not_end(string expression) =>
        Assert.Throws<FeelLimitException>(() => Evaluate.Of(expression));

    [Theory]
    [InlineData("(", 5_000)]
    [InlineData("[", 5_000)]
    [InlineData("not(", 5_000)]
    [InlineData("if a then ", 5_000)]
    [InlineData("1 in (", 5_000)]
    [InlineData("1 + ", 5_000)]
    [InlineData("a.", 5_000)]
    [InlineData("x instance of list<", 5_000)]
    [InlineData("for i in 1..2 return ", 5_000)]
    public void Refuses_texts_nested_too_deep(string part, int times) =>
        Assert.Throws<FeelSyntaxException>(() => FeelExpression.Parse(string.Concat(Enumerable.Repeat(part, times)) + "1"));

    [Fact]
    public void Takes_tighter_limits_from_the_caller()
    {
        var expression = FeelExpression.Parse("sum(for i in 1..100 return i)");
        Assert.Equal("5050", expression.Evaluate(Evaluate.Scope()).ToString());
        Assert.Throws<FeelLimitException>(() => expression.Evaluate(Evaluate.Scope(), new FeelLimits(Steps: 50)));
    }
}
