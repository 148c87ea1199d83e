using System.Collections.Immutable;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Nodes;
using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Decisions.Tables;

/// <summary>One matching rule's outputs.</summary>
internal sealed class TableResult
{
    private readonly FeelValue[] outputs;

    public TableResult(TableRule rule, OutputColumn[] columns, Frame frame, Evaluation run)
    {
        Rule = rule;
        outputs = new FeelValue[columns.Length];
        for (var i = 0; i < columns.Length; i++) outputs[i] = columns[i].Type.Coerce(rule.Outputs[i].Evaluate(frame, run));
        Value = Join(columns, outputs);
    }

    public TableRule Rule { get; }

    public FeelValue Value { get; }

    /// <summary>One output as it is, several as a context.</summary>
    public static FeelValue Join(OutputColumn[] columns, FeelValue[] values)
    {
        if (columns.Length == 1) return values[0];
        var entries = ImmutableArray.CreateBuilder<KeyValuePair<string, FeelValue>>(columns.Length);
        for (var i = 0; i < columns.Length; i++) entries.Add(new(columns[i].Name, values[i]));
        return new FeelContext(entries.MoveToImmutable());
    }

    /// <summary>By the order in which the outputs' values are listed, the first column first; equals stay in rule order.</summary>
    public static TableResult[] ByPriority(TableResult[] results, OutputColumn[] columns)
    {
        var ordered = results.OrderBy(_ => 0);
        for (var i = 0; i < columns.Length; i++)
        {
            var (column, index) = (columns[i], i);
            if (column.Order.Length > 0) ordered = ordered.ThenBy(result => Rank(column.Order, result.outputs[index]));
        }
        return [.. ordered];
    }

    private static int Rank(FeelValue[] order, FeelValue value)
    {
        for (var i = 0; i < order.Length; i++)
            if (Equality.Same(order[i], value))
                return i;
        return order.Length;
    }
}
