using System.Collections.Immutable;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Decisions;

/// <summary>A DMN file, read once: its decisions can be asked any number of times, from any thread. Made by <see cref="Reading.DmnReader"/>.</summary>
public sealed class DecisionModel
{
    private readonly Dictionary<string, GraphElement> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> importNames;

    internal DecisionModel(
        string name, string modelNamespace, IReadOnlyCollection<GraphElement> elements, IReadOnlyDictionary<string, FeelType> types,
        IEnumerable<KeyValuePair<string, string>> imports)
    {
        Name = name;
        Namespace = modelNamespace;
        Elements = elements;
        Types = types;
        importNames = new(imports, StringComparer.Ordinal);
        foreach (var element in elements.OrderBy(Rank)) byName.TryAdd(element.Id, element);
        foreach (var element in elements.OrderBy(Rank)) byName.TryAdd(element.Name, element);
        Decisions = [.. elements.OfType<DecisionElement>().Select(decision => new DecisionInfo(decision.Id, decision.Name))];
    }

    public string Name { get; }

    public string Namespace { get; }

    /// <summary>The file it was read from, as given to the reader.</summary>
    public string File { get; internal init; } = "";

    /// <summary>In the file's order.</summary>
    public ImmutableArray<DecisionInfo> Decisions { get; }

    /// <summary>Names of the input data, in the file's order.</summary>
    public ImmutableArray<string> Inputs => [.. Elements.OfType<InputElement>().Select(input => input.Name)];

    internal IReadOnlyCollection<GraphElement> Elements { get; }

    internal IReadOnlyDictionary<string, FeelType> Types { get; }

    public DecisionResult Evaluate(string decisionNameOrId, IReadOnlyDictionary<string, FeelValue> inputs, DateTimeOffset now) =>
        Evaluate(decisionNameOrId, new FeelScope(inputs, now));

    /// <summary>
    /// Answers a decision; where an input is a date, time or duration, its ISO 8601 string will do.
    /// A service or knowledge model is called with the scope's values of its parameters' names.
    /// </summary>
    public DecisionResult Evaluate(string decisionNameOrId, IFeelScope scope, FeelLimits? limits = null)
    {
        if (!byName.TryGetValue(decisionNameOrId, out var element))
            return new DecisionResult(FeelValue.Null, [], [], $"Expected a decision of {Name}, but it has none named \"{decisionNameOrId}\".");
        var evaluation = new Evaluation(scope.Now, limits ?? FeelLimits.Default) { Report = new DecisionReport() };
        var run = new GraphRun(input => Read(input, scope), scope.Find, evaluation);
        try
        {
            return Result(Ask(element, run, scope), run);
        }
        catch (FeelLimitException limit)
        {
            return Result(FeelValue.Null, run) with { Error = limit.Message };
        }
    }

    private static FeelValue Ask(GraphElement element, GraphRun run, IFeelScope scope)
    {
        var value = run.ValueOf(element);
        if (element is DecisionElement || value is not FeelFunction function) return value;
        var arguments = new FeelValue[function.Parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = Intake.Fit(TypeOf(function, i), scope.Find(function.Parameters[i]) ?? FeelValue.Null);
        return function.Invoke(arguments, run.Evaluation);
    }

    private static FeelType TypeOf(FeelFunction function, int parameter) => function switch
    {
        ServiceFunction called => called.Service.Parameters[parameter].Type,
        Closure closure => closure.Types[parameter],
        _ => FeelType.Any,
    };

    private static DecisionResult Result(FeelValue value, GraphRun run)
    {
        var inputs = ImmutableArray.CreateBuilder<KeyValuePair<string, FeelValue>>();
        foreach (var (element, seen) in run.Values)
            if (element is InputElement)
                inputs.Add(new(element.Name, seen));
        var report = run.Evaluation.Report!;
        return new DecisionResult(value, [.. report.Rules], inputs.ToImmutable(), report.Error);
    }

    /// <summary>
    /// An imported model's input is looked for as namespace#name, then behind the import's name (as a context's entry or with a dot),
    /// then under its plain name.
    /// </summary>
    private FeelValue Read(InputElement input, IFeelScope scope)
    {
        if (input.Namespace != Namespace && scope.Find(input.Namespace + "#" + input.Name) is { } qualified) return qualified;
        if (input.Namespace != Namespace && importNames.TryGetValue(input.Namespace, out var import) && import.Length > 0)
        {
            if (scope.Find(import) is FeelContext context && context.Find(input.Name) is { } entry) return entry;
            if (scope.Find(import + "." + input.Name) is { } dotted) return dotted;
        }
        return scope.Find(input.Name) ?? FeelValue.Null;
    }

    /// <summary>A decision comes before a service or knowledge model of its name; input data can't be asked for.</summary>
    private static int Rank(GraphElement element) => element switch
    {
        DecisionElement => 0,
        ServiceElement => 1,
        KnowledgeElement => 2,
        _ => 3,
    };
}
