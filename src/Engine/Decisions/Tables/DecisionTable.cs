using System.Collections.Immutable;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Decisions.Tables;

/// <summary>A decision table (DMN 1.5, section 8).</summary>
internal sealed class DecisionTable(
    string id, HitPolicy policy, Aggregation aggregation, InputColumn[] inputs, OutputColumn[] outputs, TableRule[] rules) : Node
{
    public override FeelValue Evaluate(Frame frame, Evaluation run)
    {
        var values = new FeelValue[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            values[i] = inputs[i].Type.Coerce(inputs[i].Expression.Evaluate(frame, run));
            if (inputs[i].Allowed is { } allowed && !values[i].IsNull && allowed.Matches(values[i], frame, run) == false)
                return Fail(run, $"Expected an allowed value of {inputs[i].Label}, but it is {values[i]}.");
        }
        var matching = Match(values, frame, run);
        return matching.Count == 0 ? NoMatch(frame, run) : Answer(matching, frame, run);
    }

    private List<TableRule> Match(FeelValue[] values, Frame frame, Evaluation run)
    {
        var matching = new List<TableRule>();
        run.Spend(rules.Length);
        foreach (var rule in rules)
        {
            if (!Matches(rule, values, frame, run)) continue;
            matching.Add(rule);
            if (policy == HitPolicy.First) break;
        }
        return matching;
    }

    private static bool Matches(TableRule rule, FeelValue[] values, Frame frame, Evaluation run)
    {
        for (var i = 0; i < rule.Inputs.Length; i++)
            if (rule.Inputs[i].Matches(values[i], frame, run) != true)
                return false;
        return true;
    }

    private FeelValue Answer(List<TableRule> matching, Frame frame, Evaluation run)
    {
        if (policy == HitPolicy.Unique && matching.Count > 1)
            return Fail(run, $"Expected one matching rule in the unique table, but rules {matching[0].Id.Index} and {matching[1].Id.Index} both match.");
        var results = new TableResult[matching.Count];
        for (var i = 0; i < results.Length; i++) results[i] = new TableResult(matching[i], outputs, frame, run);
        if (policy == HitPolicy.Any && Array.Exists(results, result => !result.Value.Equals(results[0].Value)))
            return Fail(run, "Expected all matching rules to answer the same, as the hit policy ANY demands, but they differ.");
        if (policy is HitPolicy.Priority or HitPolicy.OutputOrder) results = TableResult.ByPriority(results, outputs);
        if (policy is HitPolicy.Priority or HitPolicy.First or HitPolicy.Unique) results = results[..1];
        foreach (var result in results) run.Report?.Rules.Add(result.Rule.Id);
        return policy is HitPolicy.RuleOrder or HitPolicy.OutputOrder or HitPolicy.Collect
            ? Aggregate.Of(aggregation, [.. results.Select(result => result.Value)])
            : results[0].Value;
    }

    /// <summary>The default outputs; without any, an empty list where the policy answers a list, and null elsewhere.</summary>
    private FeelValue NoMatch(Frame frame, Evaluation run)
    {
        if (!Array.Exists(outputs, output => output.Default is not null))
            return policy is HitPolicy.RuleOrder or HitPolicy.OutputOrder or HitPolicy.Collect ? Aggregate.Of(aggregation, []) : FeelValue.Null;
        var values = outputs.Select(output => output.Type.Coerce(output.Default?.Evaluate(frame, run) ?? FeelValue.Null)).ToArray();
        var value = TableResult.Join(outputs, values);
        return policy is HitPolicy.RuleOrder or HitPolicy.OutputOrder || (policy == HitPolicy.Collect && aggregation == Aggregation.None)
            ? new FeelList([value])
            : value;
    }

    private FeelValue Fail(Evaluation run, string message)
    {
        run.Report?.Fail(message[..^1] + $" (table {id}).");
        return FeelValue.Null;
    }
}

/// <summary>What COLLECT and the ordered policies answer.</summary>
internal static class Aggregate
{
    public static FeelValue Of(Aggregation aggregation, ImmutableArray<FeelValue> values)
    {
        if (aggregation == Aggregation.None) return new FeelList(values);
        if (aggregation == Aggregation.Count) return new FeelNumber(values.Length);
        var function = Feel.Functions.BuiltIns.Find(aggregation switch
        {
            Aggregation.Sum => "sum",
            Aggregation.Min => "min",
            _ => "max",
        });
        return function!.Invoke([new FeelList(values)], new Evaluation(default, FeelLimits.Default));
    }
}
