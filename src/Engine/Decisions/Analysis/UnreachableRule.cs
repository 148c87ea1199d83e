using CaseFlow.Engine.Decisions.Tables;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Nodes;
using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Decisions.Analysis;

/// <summary>No row of a FIRST or PRIORITY table is hidden behind rows that are always taken in its stead.</summary>
internal static class UnreachableRule
{
    public static IEnumerable<TableFinding> Check(TableBoxes boxes)
    {
        if (boxes.Table.Policy is not (HitPolicy.First or HitPolicy.Priority)) yield break;
        for (var row = 0; row < boxes.Rows.Length; row++)
        {
            var before = Enumerable.Range(0, boxes.Rows.Length).Where(other => other != row && boxes.IsKnown(other) && ComesBefore(boxes.Table, other, row)).ToList();
            var box = boxes.Widest(row);
            if (Array.Exists(box, set => set.IsEmpty)) continue;
            var rest = new Uncovered(boxes.Inputs, 1).Of(box, before.ConvertAll(boxes.Widest));
            if (rest is { Count: 0 }) yield return Finding(boxes, boxes.Table.Rows[row], before.FindAll(other => Meets(boxes.Widest(other), box)));
        }
    }

    private static bool Meets(AtomSet[] one, AtomSet[] other) => one.Zip(other, (a, b) => a.Meets(b)).All(meets => meets);

    private static bool ComesBefore(AnalysedTable table, int other, int row)
    {
        if (table.Policy == HitPolicy.First) return other < row;
        for (var i = 0; i < table.Outputs.Length; i++)
        {
            if (table.Outputs[i].Order.Length == 0) continue;
            if (table.Rows[other].Outputs[i] is not Literal a || table.Rows[row].Outputs[i] is not Literal b) return false;
            var order = Rank(table.Outputs[i].Order, a.Value).CompareTo(Rank(table.Outputs[i].Order, b.Value));
            if (order != 0) return order < 0;
        }
        return other < row;
    }

    private static int Rank(FeelValue[] order, FeelValue value) =>
        Array.FindIndex(order, listed => Equality.Same(listed, value)) is >= 0 and var rank ? rank : order.Length;

    private static TableFinding Finding(TableBoxes boxes, AnalysedRow row, List<int> before)
    {
        var numbers = string.Join(", ", before.Take(5).Select(other => boxes.Table.Rows[other].Number)) + (before.Count > 5 ? " and others" : "");
        return new TableFinding(
            "table-unreachable-rule", row.Place,
            $"Expected rule {row.Number} ({row.Text}) to be taken for some input, but rule{(before.Count > 1 ? "s" : "")} {numbers} always come{(before.Count > 1 ? "" : "s")} first.");
    }
}
