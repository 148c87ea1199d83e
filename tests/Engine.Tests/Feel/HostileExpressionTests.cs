using System.Diagnostics;
using CaseFlow.Engine.Feel;
using CaseFlow.Tests;

namespace CaseFlow.Engine.Tests.Feel;

public sealed class HostileExpressionTests
{
    /// <summary>Far above the tenth of a second they have, as machines are busy; without the limits most would take hours.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, HostileExpressions.All.Count)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Ends_in_a_value_at_a_limit_or_as_no_expression(int number)
    {
        var clock = Stopwatch.StartNew();
        var outcome = Outcome(HostileExpressions.All[number]);
        Assert.True(clock.Elapsed < Patience, $"{HostileExpressions.All[number]} took {clock.Elapsed} ({outcome}).");
    }

    [Theory]
    [InlineData("for i in 1..100000, j in 1..100000 return i", "Expected an evaluation of at most 200000 steps, but it needs more.")]
    [InlineData("matches(\"x\", \"(x{1,50}){1,50}y\")", "Expected a pattern of at most 2000 parts, repeated ones counted each time, but it has more.")]
    [InlineData("replace(string join(for i in 1..20000 return \"a\"), \"a\", string join(for i in 1..100 return \"b\"))", "Expected a string of at most 1000000 characters, but it has more.")]
    [InlineData("for i in 1..99999999999 return i", "Expected a list of at most 100000 items, but it has more.")]
    [InlineData("10**10**10", "null")]
    [InlineData("2**2147483647", "null")]
    public void Says_which_limit_it_met(string expression, string outcome) => Assert.Equal(outcome, Outcome(expression));

    private static string Outcome(string expression)
    {
        try
        {
            return FeelExpression.Parse(expression).Evaluate(Evaluate.Scope()).ToString();
        }
        catch (Exception ended) when (ended is FeelLimitException or FeelSyntaxException)
        {
            return ended.Message;
        }
    }
}
