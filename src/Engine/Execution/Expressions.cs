using System.Globalization;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution;

/// <summary>Evaluates a model's expressions; a value of the wrong kind is a fault of the model.</summary>
internal static class Expressions
{
    public static FeelValue Evaluate(Step step, Expression expression, long key, FeelContext? first = null)
    {
        try
        {
            return expression.Evaluate(new VariableScope(step, key, first));
        }
        catch (FeelLimitException e)
        {
            throw new ModelFault("expression", $"Expected {Place(step, key)} to evaluate '{expression.Text}' within the limits, but {e.Message}");
        }
    }

    /// <summary>A decision has to be made now: null is no answer.</summary>
    public static bool Decide(Step step, Expression condition, long key, string flowId)
    {
        var value = Evaluate(step, condition, key);
        if (value is FeelBoolean truth) return truth.Value;
        throw new ModelFault(
            "condition",
            $"Expected condition '{condition.Text}' of sequence flow {flowId} at {Place(step, key)} to be true or false, but it is {Describe(value)}{Seen(step, condition, key)}.");
    }

    /// <summary>Something is waited for: null means not yet.</summary>
    public static bool Holds(Step step, Expression condition, long key) => Evaluate(step, condition, key) is FeelBoolean { Value: true };

    public static string? Text(Step step, Expression? expression, long key)
    {
        if (expression is null) return null;
        return Evaluate(step, expression, key) switch
        {
            FeelNull => null,
            FeelString text => text.Value.Length == 0 ? null : text.Value,
            FeelNumber number => number.Value.ToString(CultureInfo.InvariantCulture),
            var other => throw Unexpected(step, expression, key, "a text", other),
        };
    }

    public static decimal Number(Step step, Expression expression, long key) => Evaluate(step, expression, key) switch
    {
        FeelNumber number => number.Value,
        FeelString text when decimal.TryParse(text.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
        var other => throw Unexpected(step, expression, key, "a number", other),
    };

    public static ModelFault Unexpected(Step step, Expression expression, long key, string expected, FeelValue found) =>
        new("expression", $"Expected {expected} from '{expression}' at {Place(step, key)}, but it is {Describe(found)}{Seen(step, expression, key)}.");

    public static string Describe(FeelValue value) => value switch
    {
        FeelNull => "null",
        FeelString text => $"\"{text.Value}\"",
        FeelNumber number => number.Value.ToString(CultureInfo.InvariantCulture),
        FeelBoolean truth => truth.Value ? "true" : "false",
        FeelList list => $"a list of {list.Items.Length}",
        FeelContext => "a context",
        _ => "a " + value.GetType().Name["Feel".Length..],
    };

    private static string Place(Step step, long key) => step.Get(key).ElementId;

    /// <summary>Which of the names it reads are null: usually the reason.</summary>
    private static string Seen(Step step, Expression expression, long key)
    {
        var scope = new VariableScope(step, key);
        var missing = expression.Names.Where(name => scope.Find(name) is null or FeelNull).ToList();
        return missing.Count == 0 ? "" : $" ({string.Join(", ", missing)} not set)";
    }
}
