using System.Collections.Immutable;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Decisions.Boxed;

/// <summary>An expression with a type reference: its value is made to fit.</summary>
internal sealed class CoerceNode(Node inner, FeelType type) : Node(inner)
{
    public override FeelValue Evaluate(Frame frame, Evaluation run) => type.Coerce(inner.Evaluate(frame, run));
}

/// <summary>A boxed context: each entry sees those before it; one without a name is the result.</summary>
internal sealed class BoxedContextNode(string[] names, Node[] values, Node? result) : Node([.. values, result])
{
    public override FeelValue Evaluate(Frame frame, Evaluation run)
    {
        var scope = new EntriesFrame(frame);
        var context = ImmutableArray.CreateBuilder<KeyValuePair<string, FeelValue>>(names.Length);
        for (var i = 0; i < names.Length; i++)
        {
            var value = values[i].Evaluate(scope, run);
            scope.Add(names[i], value);
            context.Add(new(names[i], value));
        }
        return result is null ? new FeelContext(context.MoveToImmutable()) : result.Evaluate(scope, run);
    }
}

/// <summary>An expression that could not be read; publication is refused because of it, and here it has no value.</summary>
internal sealed class UnreadableNode(string problem) : Node
{
    public override FeelValue Evaluate(Frame frame, Evaluation run)
    {
        run.Report?.Fail(problem);
        return FeelValue.Null;
    }
}

/// <summary>A unary test that could not be read: it matches nothing.</summary>
internal sealed class UnreadableTest(string problem) : TestNode
{
    public override bool? Matches(FeelValue input, Frame frame, Evaluation run)
    {
        run.Report?.Fail(problem);
        return null;
    }
}
