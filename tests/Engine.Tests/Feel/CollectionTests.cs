namespace CaseFlow.Engine.Tests.Feel;

public sealed class CollectionTests
{
    [Theory]
    [InlineData("[10, 20, 30][1]", "10")]
    [InlineData("[10, 20, 30][-1]", "30")]
    [InlineData("[10, 20, 30][4]", "null")]
    [InlineData("[10, 20, 30][0]", "null")]
    [InlineData("100[1]", "100")]
    [InlineData("null[1]", "null")]
    public void Reads_positions_from_both_ends(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("[1, 2, 3, 4][item > 2]", "[3, 4]")]
    [InlineData("[{n: 1}, {n: 2}][n = 2]", "[{n: 2}]")]
    [InlineData("[{n: 1}, {n: 2}][n = 9]", "[]")]
    [InlineData("[{n: 1}, {m: 2}][m > 1]", "[{m: 2}]")]
    [InlineData("[{a b: 1}, {a b: 2}][a b = 2].a b", "[2]")]
    [InlineData("[][item > 1]", "[]")]
    public void Selects_what_satisfies_a_filter(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("{a: {b: 1}}.a.b", "1")]
    [InlineData("{a: 1}.b", "null")]
    [InlineData("null.a", "null")]
    [InlineData("[{a: 1}, {a: 2}, {}].a", "[1, 2, null]")]
    public void Reads_entries_of_contexts_and_of_lists_of_them(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));

    [Theory]
    [InlineData("{a: 1, b: a + 1, c: b * 2}", "{a: 1, b: 2, c: 4}")]
    [InlineData("{a: 1, a: 2}", "null")]
    [InlineData("{\"any text!\": 1}", "{\"any text!\": 1}")]
    [InlineData("{f: function(n) if n = 0 then 1 else n * f(n - 1), r: f(5)}.r", "120")]
    public void Lets_entries_see_those_before_them(string expression, string expected) =>
        Assert.Equal(expected, Evaluate.Text(expression));
}
