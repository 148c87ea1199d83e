using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Tests.Decisions.Analysis;

/// <summary>Writes tables for the publication checks, and tells what these found.</summary>
internal static class AnalysedTables
{
    /// <param name="policy">The hit policy.</param>
    /// <param name="columns">"expression : type", and " : values" for the values it takes.</param>
    /// <param name="rules">"cell | cell -> output"; cell 2 of rule 1 has the id r1c2.</param>
    /// <param name="output">What stands in the output column.</param>
    /// <returns>"check place: message", in the order found.</returns>
    public static string[] Findings(string policy, string[] columns, string[] rules, string output = "")
    {
        var names = columns.Select(column => column.Split([' ', '.', '(', ')', ':'])[0]).Where(name => name is not ("count" or "items" or "")).Distinct().ToArray();
        var content = string.Concat(names.Select(name => Dmn.Input(name, name)))
            + Dmn.Input("items", "items")
            + Dmn.Decision("d", "d", Table(policy, columns, rules, output), string.Concat(names.Append("items").Distinct().Select(name => Dmn.NeedsInput("#" + name))));
        var result = DmnReader.Read(Dmn.Definitions(Types + content), "table.dmn");
        Assert.Empty(result.Problems);
        return [.. result.Warnings.Where(warning => warning.Rule != "dmn").Select(warning => $"{warning.Rule} {warning.Element}: {warning.Message}")];
    }

    private const string Types =
        """<itemDefinition name="tGrade"><typeRef>string</typeRef><allowedValues><text>"high", "low"</text></allowedValues></itemDefinition>""";

    private static string Table(string policy, string[] columns, string[] rules, string output) =>
        $"<decisionTable id=\"t\" hitPolicy=\"{policy}\">" + string.Concat(columns.Select(Column)) + $"<output>{output}</output>"
        + string.Concat(rules.Select((rule, index) => Rule(index + 1, rule.Split(" -> ")))) + "</decisionTable>";

    private static string Column(string text)
    {
        var parts = text.Split(" : ");
        var type = parts.Length > 1 && parts[1].Length > 0 ? $" typeRef=\"{parts[1]}\"" : "";
        var values = parts.Length > 2 ? $"<inputValues>{Text(parts[2])}</inputValues>" : "";
        return $"<input><inputExpression{type}>{Text(parts[0])}</inputExpression>{values}</input>";
    }

    private static string Rule(int number, string[] parts)
    {
        var cells = parts[0].Split(" | ").Select((cell, i) => $"<inputEntry id=\"r{number}c{i + 1}\">{Text(cell)}</inputEntry>");
        return $"<rule id=\"r{number}\">{string.Concat(cells)}<outputEntry>{Text(parts[1])}</outputEntry></rule>";
    }

    private static string Text(string text) => $"<text>{System.Security.SecurityElement.Escape(text)}</text>";
}
