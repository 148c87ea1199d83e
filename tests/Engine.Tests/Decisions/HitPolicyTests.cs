namespace CaseFlow.Engine.Tests.Decisions;

public sealed class HitPolicyTests
{
    private const string ThreeLevels = "<outputValues><text>\"high\", \"middle\", \"low\"</text></outputValues>";

    private static readonly string[] Levels = ["> 0 -> \"low\"", "> 10 -> \"middle\"", "> 20 -> \"high\"", "> 15 -> \"middle\""];

    private static readonly string[] Numbers = ["> 0 -> 5", "> 10 -> 3", "> 10 -> 9"];

    [Theory]
    [InlineData("UNIQUE\"", "5", "\"low\"", "1")]
    [InlineData("FIRST\"", "30", "\"low\"", "1")]
    [InlineData("PRIORITY\"", "30", "\"high\"", "3")]
    [InlineData("RULE ORDER\"", "18", "[\"low\", \"middle\", \"middle\"]", "1 2 4")]
    [InlineData("OUTPUT ORDER\"", "30", "[\"high\", \"middle\", \"middle\", \"low\"]", "3 2 4 1")]
    [InlineData("COLLECT\"", "18", "[\"low\", \"middle\", \"middle\"]", "1 2 4")]
    [InlineData("UNIQUE\"", "-1", "null", "")]
    [InlineData("FIRST\"", "-1", "null", "")]
    [InlineData("PRIORITY\"", "-1", "null", "")]
    [InlineData("RULE ORDER\"", "-1", "[]", "")]
    [InlineData("COLLECT\"", "-1", "[]", "")]
    public void Answers_by_its_hit_policy_and_tells_the_rules(string policy, string x, string value, string rules)
    {
        var result = Dmn.Ask(Dmn.Table(policy, Levels, ThreeLevels), "d", ("x", x));
        Assert.Equal((value, rules, null), (result.Value.ToString(), string.Join(' ', result.Rules.Select(rule => rule.Index)), result.Error));
    }

    [Theory]
    [InlineData("SUM", "20", "17")]
    [InlineData("MIN", "20", "3")]
    [InlineData("MAX", "20", "9")]
    [InlineData("COUNT", "20", "3")]
    [InlineData("SUM", "-1", "null")]
    [InlineData("COUNT", "-1", "0")]
    public void Aggregates_what_it_collects(string aggregation, string x, string value) =>
        Assert.Equal(value, Dmn.Value(Dmn.Table($"COLLECT\" aggregation=\"{aggregation}\"", Numbers), "d", ("x", x)));

    [Fact]
    public void Says_which_rules_break_a_unique_table()
    {
        var result = Dmn.Ask(Dmn.Table("UNIQUE\"", Levels), "d", ("x", "12"));
        Assert.Equal(("null", "Expected one matching rule in the unique table, but rules 1 and 2 both match (table t)."), (result.Value.ToString(), result.Error));
    }

    [Fact]
    public void Any_takes_rules_that_agree_and_refuses_others()
    {
        var model = Dmn.Table("ANY\"", ["> 0 -> 1", "> 10 -> 0 + 1", "> 20 -> 2"]);
        Assert.Equal("1", Dmn.Value(model, "d", ("x", "12")));
        var result = Dmn.Ask(model, "d", ("x", "30"));
        Assert.Equal(
            ("null", "Expected all matching rules to answer the same, as the hit policy ANY demands, but they differ (table t)."),
            (result.Value.ToString(), result.Error));
    }

    [Fact]
    public void Falls_back_to_the_default_output()
    {
        var model = Dmn.Table("UNIQUE\"", ["> 0 -> 1"], "<defaultOutputEntry><text>x - 1</text></defaultOutputEntry>");
        Assert.Equal("-6", Dmn.Value(model, "d", ("x", "-5")));
    }

    [Fact]
    public void Refuses_an_input_outside_its_values()
    {
        var model = Dmn.Table("UNIQUE\"", ["- -> 1"], "", "<inputValues><text>[0..9]</text></inputValues>");
        Assert.Equal("1", Dmn.Value(model, "d", ("x", "9")));
        var result = Dmn.Ask(model, "d", ("x", "10"));
        Assert.Equal(("null", "Expected an allowed value of x, but it is 10 (table t)."), (result.Value.ToString(), result.Error));
    }
}
