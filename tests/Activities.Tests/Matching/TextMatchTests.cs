using CaseFlow.Activities.Matching;

namespace CaseFlow.Activities.Tests.Matching;

public sealed class TextMatchTests
{
    [Fact]
    public void Cuts_Chinese_into_pairs_and_other_scripts_into_words() =>
        Assert.Equal(["12", "LAMP", "不亮", "灯不", "路灯"], TextMatch.Terms("路灯不亮, lamp 12 a").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("路灯不亮", "路灯不亮", 1)]
    [InlineData("路灯不亮", "路灯坏了", 1.0 / 3)]
    [InlineData("路灯不亮", "垃圾没清", 0)]
    [InlineData("", "路灯", 0)]
    public void Compares_by_shared_terms(string left, string right, double expected) =>
        Assert.Equal(expected, TextMatch.Likeness(TextMatch.Terms(left), TextMatch.Terms(right)), 3);
}
