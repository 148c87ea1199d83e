namespace CaseFlow.Engine.Tests.Decisions.Analysis;

public sealed class OverlapRuleTests
{
    [Fact]
    public void Names_both_rules_their_cells_and_what_both_take() => Assert.Equal(
        [
            "table-overlap r2: Expected one rule at most to match, as the table is unique, but rules 1 (\"a\" | <= 5) and 2 (- | >= 5) both take kind: \"a\", n: 5 (for example kind = \"a\", n = 5).",
        ],
        AnalysedTables.Findings("UNIQUE", ["kind : string", "n : number"], ["\"a\" | <= 5 -> 1", "- | >= 5 -> 2", "not(\"a\") | < 5 -> 3", "\"a\" | (5..5) -> 4"])
            .Where(finding => finding.StartsWith("table-overlap", StringComparison.Ordinal)));

    [Fact]
    public void Any_minds_only_rules_that_answer_differently() => Assert.Equal(
        [
            "table-overlap r3: Expected rules that match together to answer the same, as the hit policy is ANY, but rules 1 (< 10) and 3 (>= 8) both take n: [8..10) (for example n = 8).",
            "table-overlap r3: Expected rules that match together to answer the same, as the hit policy is ANY, but rules 2 (< 9) and 3 (>= 8) both take n: [8..9) (for example n = 8).",
        ],
        AnalysedTables.Findings("ANY", ["n : number"], ["< 10 -> 1", "< 9 -> 1", ">= 8 -> 2"]));

    public static TheoryData<string, string[], string[]> Silent => new()
    {
        { "FIRST", ["n : number"], ["< 10 -> 1", "- -> 2"] },
        { "COLLECT", ["n : number"], ["< 10 -> 1", "< 9 -> 2"] },
        { "UNIQUE", ["n : number"], ["< 10 -> 1", ">= 10 -> 2"] },
        { "UNIQUE", ["items : "], ["list contains(?, 1) -> 1", "- -> 2"] },
        { "ANY", ["n : number"], ["- -> 1", "> 5 -> n - n + 1"] },
        { "UNIQUE", ["n : number", "count(n) : number"], ["> 5 | 1 -> 1", "> 6 | > 0 -> 2"] },
        { "UNIQUE", ["kind : string"], ["< \"m\" -> 1", "[\"a\"..\"c\"] -> 2"] },
    };

    [Theory]
    [MemberData(nameof(Silent))]
    public void Says_nothing_where_rows_may_meet_or_nobody_can_tell(string policy, string[] columns, string[] rules) =>
        Assert.DoesNotContain(AnalysedTables.Findings(policy, columns, rules), finding => finding.StartsWith("table-overlap", StringComparison.Ordinal));

    [Fact]
    public void Null_counts_when_a_cell_names_it() => Assert.Equal(
        ["table-overlap r2: Expected one rule at most to match, as the table is unique, but rules 1 (null) and 2 (not(5)) both take n: null (for example n = null)."],
        AnalysedTables.Findings("UNIQUE", ["n : number"], ["null -> 1", "not(5) -> 2", "5 -> 3"]));
}
