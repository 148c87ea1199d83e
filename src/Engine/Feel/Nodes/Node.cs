namespace CaseFlow.Engine.Feel.Nodes;

/// <summary>A parsed piece of FEEL that knows how to evaluate itself. Made once, never changed, shared between threads.</summary>
internal abstract class Node
{
    private const int MaxHeight = 300;

    protected Node(params ReadOnlySpan<Node?> children)
    {
        var (height, size) = (0, 1);
        foreach (var child in children)
        {
            if (child is null) continue;
            height = Math.Max(height, child.Height);
            size += child.Size;
        }
        Height = height + 1;
        Size = size;
        if (Height > MaxHeight)
            throw new FeelSyntaxException($"Expected an expression nested at most {MaxHeight} deep, but this one is deeper.", 1, 1);
    }

    /// <summary>Nodes on the longest way down; bounds the stack an evaluation needs.</summary>
    public int Height { get; }

    /// <summary>Nodes below and including this one; what one loop turn costs.</summary>
    public int Size { get; }

    public abstract FeelValue Evaluate(Frame frame, Evaluation run);
}

internal sealed class Literal(FeelValue value) : Node
{
    public static Literal Null { get; } = new(FeelValue.Null);

    public FeelValue Value { get; } = value;

    public override FeelValue Evaluate(Frame frame, Evaluation run) => Value;
}

/// <summary>A name; a built-in function's when nothing else has it.</summary>
internal sealed class NameNode(string name, FeelFunction? builtIn) : Node
{
    public string Name { get; } = name;

    public override FeelValue Evaluate(Frame frame, Evaluation run) => frame.Find(Name) ?? builtIn ?? FeelValue.Null;

    /// <summary>As the target of a call: data that shares a built-in's name does not hide it.</summary>
    public FeelFunction? Function(Frame frame) => frame.Find(Name) as FeelFunction ?? builtIn;
}
