namespace CaseFlow.Engine.Tests.Decisions.Analysis;

public sealed class UnreachableRuleTests
{
    [Fact]
    public void Rows_above_may_hide_a_row_together() => Assert.Equal(
        ["table-unreachable-rule r4: Expected rule 4 ([3..8] | \"x\") to be taken for some input, but rules 1, 2 always come first."],
        AnalysedTables.Findings("FIRST", ["n : number", "kind : string"], ["< 5 | - -> 1", ">= 5 | \"x\" -> 2", "> 100 | - -> 3", "[3..8] | \"x\" -> 4", "- | - -> 5"]));

    [Fact]
    public void A_row_whose_cells_nobody_can_judge_is_hidden_by_a_catch_all() => Assert.Equal(
        ["table-unreachable-rule r2: Expected rule 2 (contains(?, \"x\")) to be taken for some input, but rule 1 always comes first."],
        AnalysedTables.Findings("FIRST", ["kind : string"], ["- -> 1", "contains(?, \"x\") -> 2"]));

    [Fact]
    public void Priority_goes_by_the_order_of_the_outputs() => Assert.Equal(
        ["table-unreachable-rule r1: Expected rule 1 (> 5) to be taken for some input, but rule 2 always comes first."],
        AnalysedTables.Findings("PRIORITY", ["n : number"], ["> 5 -> \"low\"", "- -> \"high\""], "<outputValues><text>\"high\", \"low\"</text></outputValues>"));

    [Theory]
    [InlineData("FIRST", "< 5 -> 1", "<= 5 -> 2", "- -> 3")]
    [InlineData("FIRST", "null -> 1", "not(null) -> 2", "> 5 -> 3", "- -> 4")]
    [InlineData("COLLECT", "- -> 1", "> 5 -> 2")]
    public void Leaves_rows_that_are_reached(string policy, params string[] rules) => Assert.Equal(
        policy == "FIRST" && rules.Length == 4
            ? ["table-unreachable-rule r3: Expected rule 3 (> 5) to be taken for some input, but rule 2 always comes first.",
               "table-unreachable-rule r4: Expected rule 4 (-) to be taken for some input, but rules 1, 2, 3 always come first."]
            : [],
        AnalysedTables.Findings(policy, ["n : number"], rules));
}
