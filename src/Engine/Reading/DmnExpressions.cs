using System.Xml;
using System.Xml.Linq;
using CaseFlow.Engine.Decisions.Boxed;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Nodes;
using CaseFlow.Engine.Feel.Syntax;

namespace CaseFlow.Engine.Reading;

/// <summary>Reads boxed expressions (DMN 1.5, section 7.2.1 and 10.2) into the same nodes FEEL text gives.</summary>
internal sealed partial class DmnExpressions(DmnSource source, string owner, DmnScope scope)
{
    /// <summary>The expression an element holds, such as a loop's "in"; null, and a problem, when there is none.</summary>
    private Node Inside(XElement? element, XElement parent, string name)
    {
        if (element is not null && source.ExpressionIn(element, "variable", "parameter") is { } expression) return Read(expression);
        return Unreadable(element ?? parent, $"Expected an expression in <{name}>, but there is none.");
    }

    public Node Read(XElement xml)
    {
        try
        {
            return ReadTyped(xml);
        }
        catch (FeelSyntaxException error)
        {
            return Unreadable(xml, error.Message);
        }
    }

    private Node ReadTyped(XElement xml)
    {
        var node = xml.Name.LocalName switch
        {
            "literalExpression" => LiteralExpression(xml),
            "decisionTable" => Table(xml),
            "context" => Context(xml),
            "invocation" => Invocation(xml),
            "functionDefinition" => Function(xml, FeelType.Any),
            "list" => new ListNode([.. Expressions(xml)]),
            "relation" => Relation(xml),
            "for" => For(xml),
            "every" or "some" => Quantified(xml),
            "filter" => new FilterNode(Inside(source.Child(xml, "in"), xml, "in"), Inside(source.Child(xml, "match"), xml, "match", ["item", .. source.Members])),
            "conditional" => new IfNode(
                Inside(source.Child(xml, "if"), xml, "if"), Inside(source.Child(xml, "then"), xml, "then"), Inside(source.Child(xml, "else"), xml, "else")),
            var other => Unreadable(xml, $"Expected an expression that can be run, but <{other}> can't."),
        };
        var type = source.TypeOf(xml);
        return xml.Name.LocalName == "functionDefinition" ? node : Typed(node, type);
    }

    private Node Inside(XElement? element, XElement parent, string name, string[] more) =>
        new DmnExpressions(source, owner, scope.With(more)).Inside(element, parent, name);

    private UnreadableNode Unreadable(XElement element, string message) => new(source.Problem(element, message));

    private Node LiteralExpression(XElement xml)
    {
        if (source.Child(xml, "importedValues") is { } imported) return Unreadable(imported, "Expected an expression of its own, but it imports its value.");
        if (!IsFeel(xml)) return Unreadable(xml, $"Expected FEEL, but the expression is written in {Language(xml)}.");
        return source.Child(xml, "text") is { } text ? Parse(text) : Literal.Null;
    }

    private Node Parse(XElement text)
    {
        if (string.IsNullOrWhiteSpace(text.Value)) return Literal.Null;
        try
        {
            var parser = new Parser(text.Value, scope.For(source));
            var node = parser.ParseExpression();
            WarnOfUnknown(text, parser);
            return node;
        }
        catch (FeelSyntaxException error)
        {
            return Unreadable(text, Explain(text, "FEEL", error));
        }
    }

    /// <summary>A name that nothing in the file gives to anything is most likely misspelt.</summary>
    private void WarnOfUnknown(XElement text, Parser parser)
    {
        foreach (var name in parser.FreeNames)
            if (!scope.Knows(name) && !source.Members.Contains(name))
                source.Warn(text, $"Expected a name that is defined, but nothing here is called \"{name}\": it is null.");
    }

    private static string Explain(XElement text, string expected, FeelSyntaxException error)
    {
        var line = ((IXmlLineInfo)text).LineNumber + error.Line - 1;
        return $"Expected {expected}, but \"{text.Value.Trim()}\" is not (line {line}, column {error.Column} of the expression). {error.Message}";
    }

    private static string? Language(XElement xml) =>
        (string?)xml.Attribute("expressionLanguage") ?? (string?)xml.Document?.Root?.Attribute("expressionLanguage");

    /// <summary>FEEL is the default, and known by several addresses.</summary>
    private static bool IsFeel(XElement xml) =>
        Language(xml) is not { Length: > 0 } language || language.Contains("feel", StringComparison.OrdinalIgnoreCase);

    private static Node Typed(Node node, FeelType type) => type is AnyType ? node : new CoerceNode(node, type);

    private IEnumerable<Node> Expressions(XElement xml) => xml.Elements()
        .Where(child => child.Name.Namespace == source.Dmn && child.Name.LocalName is not ("description" or "extensionElements" or "column"))
        .Select(Read);

    private BoxedContextNode Context(XElement xml)
    {
        var inner = scope;
        var (names, values) = (new List<string>(), new List<Node>());
        Node? result = null;
        foreach (var entry in source.Children(xml, "contextEntry"))
        {
            var reader = new DmnExpressions(source, owner, inner);
            var variable = source.Child(entry, "variable");
            var value = source.ExpressionIn(entry, "variable") is { } expression ? reader.Read(expression) : Literal.Null;
            if (variable is null)
            {
                result = value;
                continue;
            }
            var type = source.TypeOf(variable);
            names.Add(DmnSource.NameOf(variable));
            values.Add(Typed(value, type));
            inner = inner.With([names[^1]]);
        }
        return new BoxedContextNode([.. names], [.. values], result);
    }

    private ListNode Relation(XElement xml)
    {
        var columns = source.Children(xml, "column").Select(DmnSource.NameOf).ToArray();
        var types = source.Children(xml, "column").Select(column => source.TypeOf(column)).ToArray();
        var rows = new List<Node>();
        foreach (var row in source.Children(xml, "row"))
        {
            var cells = Expressions(row).Select((cell, i) => i < types.Length ? Typed(cell, types[i]) : cell).ToArray();
            if (cells.Length == columns.Length) rows.Add(new BoxedContextNode(columns, cells, null));
            else rows.Add(Unreadable(row, $"Expected {columns.Length} cells, but there are {cells.Length}."));
        }
        return new ListNode([.. rows]);
    }

    private Node Invocation(XElement xml)
    {
        var (names, values) = (new List<string>(), new List<Node>());
        foreach (var binding in source.Children(xml, "binding"))
        {
            if (source.Child(binding, "parameter") is not { } parameter) return Unreadable(binding, "Expected a parameter, but the binding has none.");
            names.Add(DmnSource.NameOf(parameter));
            values.Add(source.ExpressionIn(binding, "parameter") is { } value ? Read(value) : Literal.Null);
        }
        if (source.ExpressionIn(xml, "binding") is not { } called) return Unreadable(xml, "Expected a function to invoke, but there is none.");
        return new CallNode(Read(called), names.Count == 0 ? null : [.. names], [.. values]);
    }
}
