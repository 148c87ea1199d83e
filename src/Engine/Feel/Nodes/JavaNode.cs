using CaseFlow.Engine.Feel.Functions;

namespace CaseFlow.Engine.Feel.Nodes;

/// <summary>The body of a function that another engine would have Java run: its parameters are the method's arguments.</summary>
internal sealed class JavaNode(string[] parameters, Func<FeelValue[], FeelValue?> method) : Node
{
    /// <summary>Null for a method that is not known here.</summary>
    public static JavaNode? Find(string[] parameters, string? type, string? signature) =>
        type is not null && signature is not null && JavaFunctions.Find(type, signature) is { } method ? new JavaNode(parameters, method) : null;

    public override FeelValue Evaluate(Frame frame, Evaluation run) =>
        method([.. parameters.Select(name => frame.Find(name) ?? FeelValue.Null)]) ?? FeelValue.Null;
}
