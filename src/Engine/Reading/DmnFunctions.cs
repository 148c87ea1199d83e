using System.Xml.Linq;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Reading;

/// <summary>Functions and loops among the boxed expressions.</summary>
internal sealed partial class DmnExpressions
{
    /// <summary>A function definition, or a knowledge model's logic. Java and PMML are not run here: but for known methods such a function answers null.</summary>
    public FunctionNode Function(XElement xml, FeelType result)
    {
        var parameters = source.Children(xml, "formalParameter").ToArray();
        var names = parameters.Select(DmnSource.NameOf).ToArray();
        var types = parameters.Select(parameter => source.TypeOf(parameter)).ToArray();
        var kind = (string?)xml.Attribute("kind") ?? "FEEL";
        if (kind is not ("FEEL" or "F")) return new FunctionNode(names, types, External(xml, kind, names), result);
        var body = source.ExpressionIn(xml, "formalParameter") is { } expression
            ? new DmnExpressions(source, owner, scope.With(names)).Read(expression)
            : Literal.Null;
        return new FunctionNode(names, types, body, result);
    }

    private JavaNode? External(XElement xml, string kind, string[] names)
    {
        var entries = source.ExpressionIn(xml, "formalParameter") is { } context ? source.Children(context, "contextEntry").ToArray() : [];
        var java = kind is "Java" or "J" ? JavaNode.Find(names, Written(entries, "class"), Written(entries, "method signature")) : null;
        if (java is null) source.Warn(xml, $"Expected a function in FEEL, but this one is {kind}: it is not run, and answers null.");
        return java;
    }

    private string? Written(XElement[] entries, string name)
    {
        var entry = entries.FirstOrDefault(candidate => source.Child(candidate, "variable") is { } variable && DmnSource.NameOf(variable) == name);
        var text = entry is null ? null : source.Child(entry, "literalExpression") is { } literal ? source.Child(literal, "text")?.Value.Trim() : null;
        return text is ['"', .. var inside, '"'] ? inside : text;
    }

    private ForNode For(XElement xml)
    {
        var variable = (string?)xml.Attribute("iteratorVariable") ?? "";
        var domain = new DomainNode(Inside(source.Child(xml, "in"), xml, "in"), null);
        return new ForNode([variable], [domain], Inside(source.Child(xml, "return"), xml, "return", [variable, "partial"]));
    }

    private QuantifiedNode Quantified(XElement xml)
    {
        var variable = (string?)xml.Attribute("iteratorVariable") ?? "";
        var domain = new DomainNode(Inside(source.Child(xml, "in"), xml, "in"), null);
        var condition = Inside(source.Child(xml, "satisfies"), xml, "satisfies", [variable]);
        return new QuantifiedNode(xml.Name.LocalName == "every", [variable], [domain], condition);
    }
}
