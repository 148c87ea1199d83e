using System.Xml.Linq;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Reading;

/// <summary>Functions and loops among the boxed expressions.</summary>
internal sealed partial class DmnExpressions
{
    /// <summary>A function definition, or a knowledge model's logic. Java and PMML are not run here: such a function answers null.</summary>
    public FunctionNode Function(XElement xml, FeelType result)
    {
        var parameters = source.Children(xml, "formalParameter").ToArray();
        var names = parameters.Select(DmnSource.NameOf).ToArray();
        var types = parameters.Select(parameter => source.TypeOf(parameter)).ToArray();
        var kind = (string?)xml.Attribute("kind") ?? "FEEL";
        if (kind is not ("FEEL" or "F"))
        {
            source.Warn(xml, $"Expected a function in FEEL, but this one is {kind}: it is not run, and answers null.");
            return new FunctionNode(names, types, null, result);
        }
        var body = source.ExpressionIn(xml, "formalParameter") is { } expression
            ? new DmnExpressions(source, owner, scope.With(names)).Read(expression)
            : Literal.Null;
        return new FunctionNode(names, types, body, result);
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
