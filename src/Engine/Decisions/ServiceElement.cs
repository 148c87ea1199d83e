using System.Collections.Immutable;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Decisions;

/// <summary>A decision service: a function of its input data, then its input decisions; it answers its output decision, or a context of several.</summary>
internal sealed class ServiceElement(string id, string name, string modelNamespace) : GraphElement(id, name, modelNamespace)
{
    public List<GraphElement> Parameters { get; } = [];

    public List<GraphElement> Outputs { get; } = [];

    public override FeelValue Evaluate(GraphRun run) => new ServiceFunction(this);

    public FeelValue Run(FeelValue[] arguments, Evaluation evaluation)
    {
        var run = new GraphRun(_ => FeelValue.Null, _ => null, evaluation);
        for (var i = 0; i < arguments.Length; i++)
        {
            var value = Parameters[i].Type.Coerce(arguments[i]);
            if (value.IsNull && !arguments[i].IsNull) return FeelValue.Null;
            run.Set(Parameters[i], value);
        }
        if (Outputs.Count == 1) return Type.Coerce(run.ValueOf(Outputs[0]));
        var entries = Outputs.Select(output => new KeyValuePair<string, FeelValue>(output.Name, run.ValueOf(output)));
        return Type.Coerce(new FeelContext([.. entries]));
    }
}

internal sealed record ServiceFunction(ServiceElement Service) : FeelFunction
{
    public override ImmutableArray<string> Parameters => [.. Service.Parameters.Select(parameter => parameter.Name)];

    internal override FeelValue Invoke(FeelValue[] arguments, Evaluation run) =>
        arguments.Length == Service.Parameters.Count ? Service.Run(arguments, run) : Null;

    internal override FeelValue InvokeNamed(string[] names, FeelValue[] arguments, Evaluation run)
    {
        if (names.Length != Service.Parameters.Count) return Null;
        var ordered = new FeelValue?[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            var at = Service.Parameters.FindIndex(parameter => parameter.Name == names[i]);
            if (at < 0 || ordered[at] is not null) return Null;
            ordered[at] = arguments[i];
        }
        return Service.Run(ordered!, run);
    }
}
