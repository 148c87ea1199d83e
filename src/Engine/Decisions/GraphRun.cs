using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Decisions;

/// <summary>One evaluation of a requirement graph: every element at most once, and only those that are read.</summary>
internal sealed class GraphRun(Func<InputElement, FeelValue> inputs, Func<string, FeelValue?> given, Evaluation evaluation)
{
    private readonly Dictionary<GraphElement, FeelValue> values = new(ReferenceEqualityComparer.Instance);
    private Dictionary<string, GraphRun>? imported;

    public Evaluation Evaluation { get; } = evaluation;

    /// <summary>What was evaluated, that of imported models with inputs of their own included.</summary>
    public IEnumerable<KeyValuePair<GraphElement, FeelValue>> Values => imported is null ? values : values.Concat(imported.Values.SelectMany(run => run.Values));

    public FeelValue Input(InputElement element) => inputs(element);

    /// <summary>
    /// The run an imported element belongs to. Where a context is given under the import's name, the imported model has inputs of its own:
    /// imported twice, it is asked twice.
    /// </summary>
    public GraphRun Within(string? import)
    {
        if (import is null) return this;
        if (imported is not null && imported.TryGetValue(import, out var known)) return known;
        if (given(import) is not FeelContext context) return this;
        return (imported ??= new(StringComparer.Ordinal))[import] = new GraphRun(input => context.Find(input.Name) ?? inputs(input), context.Find, Evaluation);
    }

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
