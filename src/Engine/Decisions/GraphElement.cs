using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Decisions;

/// <summary>A part of the requirement graph that has a value: input data, a decision, a knowledge model, a service. Linked at reading, then never changed.</summary>
internal abstract class GraphElement(string id, string name, string modelNamespace)
{
    public string Id { get; } = id;

    /// <summary>The name expressions use.</summary>
    public string Name { get; } = name;

    public string Namespace { get; } = modelNamespace;

    public FeelType Type { get; set; } = FeelType.Any;

    public List<Requirement> Requirements { get; } = [];

    public abstract FeelValue Evaluate(GraphRun run);
}

/// <summary>An element that another one reads, by its name or behind the name of an import.</summary>
internal sealed record Requirement(GraphElement Target, string? Import);

internal sealed class InputElement(string id, string name, string modelNamespace) : GraphElement(id, name, modelNamespace)
{
    public override FeelValue Evaluate(GraphRun run) => Type.Coerce(Intake.Fit(Type, run.Input(this)));
}

internal sealed class DecisionElement(string id, string name, string modelNamespace) : GraphElement(id, name, modelNamespace)
{
    public Node Logic { get; set; } = Literal.Null;

    public override FeelValue Evaluate(GraphRun run) =>
        Type.Coerce(Logic.Evaluate(new RequirementFrame(this, run), run.Evaluation));
}

/// <summary>A business knowledge model: a function over what it requires itself.</summary>
internal sealed class KnowledgeElement(string id, string name, string modelNamespace) : GraphElement(id, name, modelNamespace)
{
    /// <summary>Makes the function; null when the model has no logic.</summary>
    public FunctionNode? Function { get; set; }

    public override FeelValue Evaluate(GraphRun run) =>
        Function?.Evaluate(new RequirementFrame(this, run), run.Evaluation) ?? FeelValue.Null;
}
