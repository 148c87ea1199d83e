using CaseFlow.Engine.Decisions.Tables;

namespace CaseFlow.Engine.Decisions.Analysis;

/// <summary>A table that answers by one row has a row for every input. Null, and a table with default outputs, are not asked for.</summary>
internal static class GapRule
{
    private const int MaxFindings = 5;

    public static IEnumerable<TableFinding> Check(TableBoxes boxes)
    {
        var table = boxes.Table;
        if (table.Policy is HitPolicy.RuleOrder or HitPolicy.OutputOrder or HitPolicy.Collect || Array.Exists(table.Outputs, output => output.Default is not null)) return [];
        if (!boxes.AreIndependent || !Array.TrueForAll(boxes.Inputs, input => input.IsKnown)) return [];
        var rows = Enumerable.Range(0, boxes.Rows.Length).Select(boxes.Widest).ToList();
        var gaps = new Uncovered(boxes.Inputs, MaxFindings).Of([.. boxes.Inputs.Select(input => input.Domain)], rows) ?? [];
        return gaps.Select(gap => new TableFinding(
            "table-gap", table.Place, $"Expected a rule for every input, but none takes {boxes.Describe(gap)} (for example {boxes.Example(gap)})."));
    }
}
