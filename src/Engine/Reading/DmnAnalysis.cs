using System.Xml.Linq;
using CaseFlow.Engine.Decisions.Analysis;
using CaseFlow.Engine.Decisions.Tables;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Nodes;
using CaseFlow.Engine.Feel.Syntax;

namespace CaseFlow.Engine.Reading;

/// <summary>Decision tables as their checks see them: with texts and places.</summary>
internal sealed partial class DmnExpressions
{
    private AnalysedTable Analysed(XElement xml, HitPolicy policy, InputColumn[] inputs, OutputColumn[] outputs, TableRule[] rules) => new(
        DmnSource.PlaceOf(xml), policy, [.. source.Children(xml, "input").Zip(inputs, Column)], outputs, [.. source.Children(xml, "rule").Zip(rules, Row)]);

    private AnalysedColumn Column(XElement xml, InputColumn column)
    {
        var text = source.Child(xml, "inputExpression") is { } expression ? source.Child(expression, "text")?.Value.Trim() ?? "" : "";
        return new AnalysedColumn(column.Label, text, NamesIn(text), column.Expression is NameNode or PathNode, column.Type, column.Allowed);
    }

    private IReadOnlyCollection<string> NamesIn(string text)
    {
        try
        {
            var parser = new Parser(text, scope.For(source));
            parser.ParseExpression();
            return parser.FreeNames;
        }
        catch (FeelSyntaxException)
        {
            return [];
        }
    }

    private AnalysedRow Row(XElement xml, TableRule rule)
    {
        var entries = source.Children(xml, "inputEntry").ToArray();
        var cells = rule.Inputs.Select((test, i) => i < entries.Length
            ? new AnalysedCell(test, source.Child(entries[i], "text")?.Value.Trim() ?? "-", DmnSource.PlaceOf(entries[i]))
            : new AnalysedCell(test, "-", DmnSource.PlaceOf(xml)));
        return new AnalysedRow(rule.Id.Index, DmnSource.PlaceOf(xml), [.. cells], rule.Outputs);
    }
}
