namespace CaseFlow.Engine.Tests.Decisions.Analysis;

public sealed class EmptyCellRuleTests
{
    [Theory]
    [InlineData("n : number", "[5..3]")]
    [InlineData("n : number", "(5..5)")]
    [InlineData("n : number", "\"five\"")]
    [InlineData("n : number : [0..10]", "> 10")]
    [InlineData("n : tGrade", "\"middle\"")]
    public void Finds_cells_that_match_nothing(string column, string cell) => Assert.Contains(
        $"table-empty-cell r1c1: Expected a cell that some value matches, but {cell} in column n of rule 1 never matches.",
        AnalysedTables.Findings("FIRST", [column], [$"{cell} -> 1", "- -> 2"]));

    [Theory]
    [InlineData("n : number", "null")]
    [InlineData("n : number", "-")]
    [InlineData("n : ", "\"five\", 5")]
    [InlineData("n : number", "? * 2 > 5 and ? < 1")]
    [InlineData("n : tGrade", "\"middle\", \"low\"")]
    [InlineData("n : boolean", "false")]
    public void Leaves_cells_that_can_match(string column, string cell) =>
        Assert.DoesNotContain(AnalysedTables.Findings("FIRST", [column], [$"{cell} -> 1", "- -> 2"]), finding => finding.StartsWith("table-empty-cell", StringComparison.Ordinal));
}
