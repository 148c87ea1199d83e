using System.Xml.Linq;
using CaseFlow.Engine.Decisions;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Nodes;
using CaseFlow.Engine.Feel.Syntax;

namespace CaseFlow.Engine.Reading;

/// <summary>Reads the logic of decisions and knowledge models.</summary>
internal sealed class DmnLogic(DmnSource source)
{
    /// <summary>A decision's parts besides its expression.</summary>
    private static readonly string[] Parts =
    [
        "question", "allowedAnswers", "variable", "informationRequirement", "knowledgeRequirement", "authorityRequirement",
        "supportedObjective", "impactedPerformanceIndicator", "decisionMaker", "decisionOwner", "usingProcess", "usingTask",
    ];

    public void Read(GraphElement element, XElement xml)
    {
        if (element is DecisionElement decision) decision.Logic = Decision(decision, xml);
        if (element is KnowledgeElement knowledge) knowledge.Function = Knowledge(knowledge, xml);
    }

    private Node Decision(DecisionElement decision, XElement xml)
    {
        var expression = source.ExpressionIn(xml, Parts);
        if (expression?.ElementsAfterSelf().FirstOrDefault(next => next.Name.Namespace == source.Dmn && Array.IndexOf(Parts, next.Name.LocalName) < 0) is { } second)
            source.Problem(second, $"Expected one expression in {decision.Name}, but <{second.Name.LocalName}> follows <{expression.Name.LocalName}>.");
        return expression is null ? Literal.Null : new DmnExpressions(source, decision.Id, NamesFor(decision)).Read(expression);
    }

    private FunctionNode? Knowledge(KnowledgeElement knowledge, XElement xml)
    {
        if (source.Child(xml, "encapsulatedLogic") is not { } logic) return null;
        var result = source.TypeOf(source.Child(xml, "variable"));
        var function = new DmnExpressions(source, knowledge.Id, NamesFor(knowledge)).Function(logic, AsResult(result));
        return function;
    }

    /// <summary>The variable of a knowledge model is typed by its result or, properly, by its function type.</summary>
    private static FeelType AsResult(FeelType type)
    {
        var named = type;
        for (var depth = 0; named is DefinedType defined && depth < 50; depth++) named = defined.Base;
        return named is FunctionType function ? function.Result : type;
    }

    private static DmnScope NamesFor(GraphElement element) =>
        new(element.Requirements.Select(requirement => requirement.Import ?? requirement.Target.Name));
}

/// <summary>The names an expression in the file can use, growing inwards.</summary>
internal sealed class DmnScope(IEnumerable<string> names)
{
    private readonly List<string> names = [.. names];
    private ParserNames? made;

    public DmnScope With(IEnumerable<string> more) => new([.. names, .. more]);

    public bool Knows(string name) => names.Contains(name);

    public ParserNames For(DmnSource source) => made ??= source.Names(names);
}
