using System.Collections.Immutable;
using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Feel;

/// <summary>A function as a value: a built-in, a function definition, a business knowledge model or a decision service. It can't be stored.</summary>
public abstract record FeelFunction : FeelValue
{
    private protected FeelFunction()
    {
    }

    /// <summary>Parameter names in order; empty for a built-in, which may have several forms.</summary>
    public abstract ImmutableArray<string> Parameters { get; }

    /// <summary>Calls it by position; null when the arguments don't fit.</summary>
    internal abstract FeelValue Invoke(FeelValue[] arguments, Evaluation run);

    /// <summary>Calls it by parameter name; null when the names don't fit.</summary>
    internal abstract FeelValue InvokeNamed(string[] names, FeelValue[] arguments, Evaluation run);
}
