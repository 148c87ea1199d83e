using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Decisions;

/// <summary>One evaluation of a requirement graph: every element at most once, and only those that are read.</summary>
internal sealed class GraphRun(Func<InputElement, FeelValue> inputs, Evaluation evaluation)
{
    private readonly Dictionary<GraphElement, FeelValue> values = new(ReferenceEqualityComparer.Instance);

    public Evaluation Evaluation { get; } = evaluation;

    public IEnumerable<KeyValuePair<GraphElement, FeelValue>> Values => values;

    public FeelValue Input(InputElement element) => inputs(element);

    /// <summary>Sets an element's value from outside, as a decision service does with its parameters.</summary>
    public void Set(GraphElement element, FeelValue value) => values[element] = value;

    public FeelValue ValueOf(GraphElement element)
    {
        if (values.TryGetValue(element, out var known)) return known;
        Evaluation.Enter();
        var value = element.Evaluate(this);
        Evaluation.Leave();
        return values[element] = value;
    }
}
