using CaseFlow.Engine.Decisions.Tables;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Decisions.Analysis;

/// <summary>A decision table with what its author wrote and where: what the publication checks look at.</summary>
internal sealed record AnalysedTable(TablePlace Place, HitPolicy Policy, AnalysedColumn[] Columns, OutputColumn[] Outputs, AnalysedRow[] Rows);

/// <param name="Id">Of the table, rule or cell; empty when it has none.</param>
/// <param name="Line">In the file, counted from 1.</param>
internal sealed record TablePlace(string Id, int Line);

/// <param name="Expression">As written; columns of the same expression have the same value.</param>
/// <param name="Names">What the expression reads.</param>
/// <param name="IsPath">A name or a path: a value from outside, about which the table alone says what it can be.</param>
internal sealed record AnalysedColumn(string Label, string Expression, IReadOnlyCollection<string> Names, bool IsPath, FeelType Type, TestNode? Allowed);

/// <param name="Number">Counted from 1.</param>
internal sealed record AnalysedRow(int Number, TablePlace Place, AnalysedCell[] Cells, Node[] Outputs)
{
    public string Text => string.Join(" | ", Cells.Select(cell => cell.Text));
}

internal sealed record AnalysedCell(TestNode Test, string Text, TablePlace Place);

/// <summary>What a check of a table found.</summary>
/// <param name="Rule">The check's name in kebab case.</param>
internal sealed record TableFinding(string Rule, TablePlace Place, string Message);
