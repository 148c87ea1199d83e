using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace CaseFlow.Engine.Feel.Nodes;

/// <summary>f(a, b) or f(x: a, y: b).</summary>
internal sealed class CallNode(Node target, string[]? names, Node[] arguments) : Node([target, .. arguments])
{
    /// <summary>date("2026-01-05") and its like: a literal in the standard's eyes.</summary>
    public bool IsTemporalLiteral =>
        target is NameNode { Name: "date" or "time" or "date and time" or "duration" } && arguments is [Literal { Value: FeelString }];

    public override FeelValue Evaluate(Frame frame, Evaluation run)
    {
        var function = target is NameNode name ? name.Function(frame) : target.Evaluate(frame, run) as FeelFunction;
        if (function is null) return FeelValue.Null;
        var values = new FeelValue[arguments.Length];
        for (var i = 0; i < values.Length; i++) values[i] = arguments[i].Evaluate(frame, run);
        run.Enter();
        var result = names is null ? function.Invoke(values, run) : function.InvokeNamed(names, values, run);
        run.Leave();
        return result;
    }
}

/// <summary>function(a: number, b) body. An external one has no body here and answers null.</summary>
internal sealed class FunctionNode(string[] names, FeelType[] types, Node? body, FeelType result) : Node(body)
{
    public override FeelValue Evaluate(Frame frame, Evaluation run) => new Closure(names, types, body, result, frame);
}

/// <summary>A function definition with the names it was made among.</summary>
internal sealed record Closure(string[] Names, FeelType[] Types, Node? Body, FeelType Result, Frame Frame) : FeelFunction
{
    public override ImmutableArray<string> Parameters => ImmutableCollectionsMarshal.AsImmutableArray(Names);

    internal override FeelValue Invoke(FeelValue[] arguments, Evaluation run)
    {
        if (arguments.Length != Names.Length || Body is null) return FeelValue.Null;
        var values = new FeelValue[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Types[i].Coerce(arguments[i]);
            if (values[i].IsNull && !arguments[i].IsNull) return FeelValue.Null;
        }
        run.Spend(Body.Size);
        return Result.Coerce(Body.Evaluate(new ArgumentFrame(Frame, Names, values), run));
    }

    internal override FeelValue InvokeNamed(string[] names, FeelValue[] arguments, Evaluation run)
    {
        var ordered = new FeelValue[Names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            var at = Array.IndexOf(Names, names[i]);
            if (at < 0 || ordered[at] is not null) return FeelValue.Null;
            ordered[at] = arguments[i];
        }
        return Array.IndexOf(ordered, null) >= 0 ? FeelValue.Null : Invoke(ordered, run);
    }

    public bool Equals(Closure? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
