using CaseFlow.Engine.Decisions.Tables;
using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Decisions.Analysis;

/// <summary>In a unique table no input matches two rows; under ANY, rows that match together answer the same.</summary>
internal static class OverlapRule
{
    private const int MaxFindings = 10;

    public static IEnumerable<TableFinding> Check(TableBoxes boxes) =>
        boxes.AreIndependent && boxes.Table.Policy is HitPolicy.Unique or HitPolicy.Any ? Pairs(boxes).Take(MaxFindings) : [];

    private static IEnumerable<TableFinding> Pairs(TableBoxes boxes)
    {
        for (var second = 1; second < boxes.Rows.Length; second++)
            for (var first = 0; first < second; first++)
                if (boxes.IsKnown(first) && boxes.IsKnown(second) && Common(boxes, first, second) is { } common && !MayAgree(boxes.Table, first, second))
                    yield return Finding(boxes, boxes.Table.Rows[first], boxes.Table.Rows[second], common);
    }

    private static AtomSet[]? Common(TableBoxes boxes, int first, int second)
    {
        for (var input = 0; input < boxes.Inputs.Length; input++)
            if (!boxes.Rows[first][input]!.Value.Meets(boxes.Rows[second][input]!.Value))
                return null;
        return [.. boxes.Rows[first].Zip(boxes.Rows[second], (a, b) => a!.Value.And(b!.Value))];
    }

    /// <summary>Outputs that are worked out may come out the same.</summary>
    private static bool MayAgree(AnalysedTable table, int first, int second)
    {
        if (table.Policy == HitPolicy.Unique) return false;
        for (var i = 0; i < table.Outputs.Length; i++)
            if (table.Rows[first].Outputs[i] is Literal a && table.Rows[second].Outputs[i] is Literal b && !a.Value.Equals(b.Value))
                return false;
        return true;
    }

    private static TableFinding Finding(TableBoxes boxes, AnalysedRow first, AnalysedRow second, AtomSet[] common)
    {
        var demand = boxes.Table.Policy == HitPolicy.Unique ? "one rule at most to match, as the table is unique" : "rules that match together to answer the same, as the hit policy is ANY";
        return new TableFinding(
            "table-overlap", second.Place,
            $"Expected {demand}, but rules {first.Number} ({first.Text}) and {second.Number} ({second.Text}) both take {boxes.Describe(common)} (for example {boxes.Example(common)}).");
    }
}
