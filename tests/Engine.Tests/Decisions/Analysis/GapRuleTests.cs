namespace CaseFlow.Engine.Tests.Decisions.Analysis;

public sealed class GapRuleTests
{
    [Fact]
    public void Names_the_part_that_no_rule_takes_with_an_example() => Assert.Equal(
        ["table-gap t: Expected a rule for every input, but none takes 天数: (5..6) (for example 天数 = 5.5)."],
        AnalysedTables.Findings("UNIQUE", ["天数 : number"], ["<= 5 -> 1", ">= 6 -> 2"]));

    [Fact]
    public void Cuts_several_columns() => Assert.Equal(
        [
            "table-gap t: Expected a rule for every input, but none takes 等级: \"high\", 天数: > 10 (for example 等级 = \"high\", 天数 = 11).",
            "table-gap t: Expected a rule for every input, but none takes 等级: \"low\", 天数: < 0 (for example 等级 = \"low\", 天数 = -1).",
        ],
        AnalysedTables.Findings("FIRST", ["等级 : tGrade", "天数 : number"], ["\"high\" | <= 10 -> 1", "\"low\" | >= 0 -> 2"]));

    [Fact]
    public void Knows_that_days_follow_each_other() => Assert.Equal(
        ["table-gap t: Expected a rule for every input, but none takes d1: 2026-02-01 (for example d1 = 2026-02-01)."],
        AnalysedTables.Findings("UNIQUE", ["d1 : date"], ["< date(\"2026-01-01\") -> 1", "[@\"2026-01-01\"..@\"2026-01-31\"] -> 2", ">= @\"2026-02-02\" -> 3"]));

    [Fact]
    public void Asks_for_other_texts_where_the_column_does_not_say_which_there_are() => Assert.Equal(
        ["table-gap t: Expected a rule for every input, but none takes kind: another text (for example kind = \"…\")."],
        AnalysedTables.Findings("UNIQUE", ["kind : string"], ["\"a\", \"b\" -> 1", "\"c\" -> 2"]));

    public static TheoryData<string, string[], string[]> Silent => new()
    {
        { "FIRST", ["kind : string", "n : number"], ["\"a\" | < 5 -> 1", "- | - -> 2"] },
        { "UNIQUE", ["grade : tGrade"], ["\"high\" -> 1", "\"low\" -> 2"] },
        { "UNIQUE", ["kind : string : \"a\", \"b\""], ["\"a\" -> 1", "\"b\" -> 2"] },
        { "UNIQUE", ["n : number : [0..10]"], ["< 5 -> 1", "[5..10] -> 2"] },
        { "UNIQUE", ["n : number"], ["< 5 -> 1", "not(< 5) -> 2"] },
        { "UNIQUE", ["ok : boolean"], ["true -> 1", "false -> 2"] },
        { "UNIQUE", ["ok : boolean", "n : number"], ["true | - -> 1", "false | > 5 -> 2", "false | <= 5 -> 2"] },
        { "UNIQUE", ["d1 : date"], ["<= @\"2026-01-31\" -> 1", ">= @\"2026-02-01\" -> 2"] },
        { "UNIQUE", ["p1 : years and months duration"], ["<= @\"P1Y\" -> 1", ">= @\"P13M\" -> 2"] },
        { "UNIQUE", ["count(items) : number"], ["0 -> 1", "[1..3] -> 2", ">= 4 -> 3"] },
        { "UNIQUE", ["items : "], ["list contains(?, 1) -> 1"] },
        { "COLLECT", ["n : number"], ["> 5 -> 1"] },
        { "RULE ORDER", ["n : number"], ["> 5 -> 1"] },
        { "UNIQUE", ["n : number", "n : number"], [">= 0 | < 5 -> 1", "< 0 | - -> 2", "- | >= 5 -> 3"] },
    };

    [Theory]
    [MemberData(nameof(Silent))]
    public void Says_nothing_of_tables_that_are_whole_or_not_to_be_judged(string policy, string[] columns, string[] rules) =>
        Assert.Empty(AnalysedTables.Findings(policy, columns, rules));

    [Fact]
    public void Default_outputs_take_the_rest() =>
        Assert.Empty(AnalysedTables.Findings("UNIQUE", ["n : number"], ["> 5 -> 1"], "<defaultOutputEntry><text>0</text></defaultOutputEntry>"));
}
