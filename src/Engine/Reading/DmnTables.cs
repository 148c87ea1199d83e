using System.Xml.Linq;
using CaseFlow.Engine.Decisions;
using CaseFlow.Engine.Decisions.Analysis;
using CaseFlow.Engine.Decisions.Boxed;
using CaseFlow.Engine.Decisions.Tables;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Nodes;
using CaseFlow.Engine.Feel.Syntax;

namespace CaseFlow.Engine.Reading;

/// <summary>Decision tables among the boxed expressions.</summary>
internal sealed partial class DmnExpressions
{
    private DecisionTable Table(XElement xml)
    {
        var id = (string?)xml.Attribute("id") ?? owner;
        var inputs = source.Children(xml, "input").Select(Input).ToArray();
        var outputs = source.Children(xml, "output").Select(Output).ToArray();
        if (outputs.Length == 0) source.Problem(xml, "Expected an output, but the table has none.");
        var rules = source.Children(xml, "rule").Select((rule, index) => Rule(rule, index + 1, id, inputs.Length, outputs.Length)).ToArray();
        var policy = Policy(xml);
        foreach (var finding in TableAnalysis.Run(Analysed(xml, policy, inputs, outputs, rules))) source.Warn(xml, finding);
        return new DecisionTable(id, policy, AggregationOf(xml, outputs.Length), inputs, outputs, rules);
    }

    private HitPolicy Policy(XElement xml)
    {
        var policy = (string?)xml.Attribute("hitPolicy") ?? "UNIQUE";
        switch (policy.ToUpperInvariant())
        {
            case "UNIQUE": return HitPolicy.Unique;
            case "ANY": return HitPolicy.Any;
            case "PRIORITY": return HitPolicy.Priority;
            case "FIRST": return HitPolicy.First;
            case "RULE ORDER": return HitPolicy.RuleOrder;
            case "OUTPUT ORDER": return HitPolicy.OutputOrder;
            case "COLLECT": return HitPolicy.Collect;
            default:
                source.Problem(xml, $"Expected a hit policy of the standard, but found \"{policy}\".");
                return HitPolicy.Unique;
        }
    }

    private Aggregation AggregationOf(XElement xml, int outputs)
    {
        if ((string?)xml.Attribute("aggregation") is not { Length: > 0 } name) return Aggregation.None;
        if (Policy(xml) != HitPolicy.Collect)
        {
            source.Warn(xml, $"Expected the hit policy COLLECT with the aggregation {name}, but there is another: the aggregation is ignored.");
            return Aggregation.None;
        }
        if (outputs > 1) source.Problem(xml, $"Expected one output to aggregate, but the table has {outputs}.");
        if (Enum.TryParse<Aggregation>(name, ignoreCase: true, out var aggregation)) return aggregation;
        source.Problem(xml, $"Expected SUM, COUNT, MIN or MAX, but found \"{name}\".");
        return Aggregation.None;
    }

    private InputColumn Input(XElement xml)
    {
        var expression = source.Child(xml, "inputExpression");
        var node = expression is null ? Unreadable(xml, "Expected an input expression, but the column has none.") : LiteralExpression(expression);
        var allowed = source.Child(xml, "inputValues") is { } values && source.Child(values, "text") is { } text ? Tests(text) : null;
        var label = (string?)xml.Attribute("label") ?? (expression is null ? null : source.Child(expression, "text"))?.Value.Trim() ?? "an input";
        return new InputColumn(label, node, source.TypeOf(expression), allowed);
    }

    private OutputColumn Output(XElement xml)
    {
        var node = source.Child(xml, "defaultOutputEntry") is { } entry ? LiteralExpression(entry) : null;
        return new OutputColumn(DmnSource.NameOf(xml), source.TypeOf(xml), Order(xml), node);
    }

    /// <summary>The values an output lists, highest priority first.</summary>
    private FeelValue[] Order(XElement xml)
    {
        if (source.Child(xml, "outputValues") is not { } values || source.Child(values, "text") is not { } text) return [];
        try
        {
            var list = new Parser("[" + text.Value + "]", scope.For(source)).ParseExpression();
            return list is Literal { Value: FeelList constants } ? [.. constants.Items] : [];
        }
        catch (FeelSyntaxException)
        {
            return [];
        }
    }

    private TableRule Rule(XElement xml, int index, string table, int inputs, int outputs)
    {
        var tests = source.Children(xml, "inputEntry").Select(entry => source.Child(entry, "text") is { } text ? Tests(text) : new AnyTest()).ToArray();
        var results = source.Children(xml, "outputEntry").Select(LiteralExpression).ToArray();
        if (tests.Length != inputs) source.Problem(xml, $"Expected {inputs} input entries, but rule {index} has {tests.Length}.");
        if (results.Length != outputs) source.Problem(xml, $"Expected {outputs} output entries, but rule {index} has {results.Length}.");
        Array.Resize(ref tests, inputs);
        Array.Resize(ref results, outputs);
        for (var i = 0; i < inputs; i++) tests[i] ??= new AnyTest();
        for (var i = 0; i < outputs; i++) results[i] ??= Literal.Null;
        return new TableRule(new FiredRule(table, (string?)xml.Attribute("id") ?? index.ToString(System.Globalization.CultureInfo.InvariantCulture), index), tests, results);
    }

    private TestNode Tests(XElement text)
    {
        if (text.Parent is { } cell && !IsFeel(cell)) return new UnreadableTest(source.Problem(cell, $"Expected FEEL, but the cell is written in {Language(cell)}."));
        try
        {
            var parser = new Parser(text.Value, scope.For(source));
            var tests = parser.ParseUnaryTests();
            WarnOfUnknown(text, parser);
            return tests;
        }
        catch (FeelSyntaxException error)
        {
            return new UnreadableTest(source.Problem(text, Explain(text, "unary tests", error)));
        }
    }
}
