using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Model;

/// <summary>A constant, or a FEEL expression parsed at publication.</summary>
public sealed class Expression
{
    private readonly FeelValue? _constant;
    private readonly FeelExpression? _feel;
    private readonly Func<FeelValue>? _asked;

    private Expression(string text, FeelValue? constant, FeelExpression? feel, Func<FeelValue>? asked = null) =>
        (Text, _constant, _feel, _asked) = (text, constant, feel, asked);

    /// <summary>The expression's text without a leading "=", or the constant.</summary>
    public string Text { get; }

    public bool IsConstant => _constant is not null;

    /// <summary>The variables it reads.</summary>
    public IReadOnlyCollection<string> Names => _feel?.Names ?? [];

    public static Expression Constant(string value) => new(value, FeelValue.From(value), null);

    /// <exception cref="FeelSyntaxException">Not FEEL.</exception>
    public static Expression Feel(string text)
    {
        var source = text.Trim();
        if (source.StartsWith('=')) source = source[1..].Trim();
        return new Expression(source, null, FeelExpression.Parse(source));
    }

    /// <summary>A constant, or FEEL when the text begins with "=".</summary>
    /// <exception cref="FeelSyntaxException">Not FEEL.</exception>
    public static Expression Read(string text) => text.TrimStart().StartsWith('=') ? Feel(text) : Constant(text);

    /// <exception cref="FeelLimitException">The expression went past its limits.</exception>
    internal FeelValue Evaluate(IFeelScope scope) => _constant ?? _feel?.Evaluate(scope) ?? _asked!();

    /// <summary>One whose value somebody else decides: what checks put in a model's place to try every answer.</summary>
    internal static Expression Asked(string text, Func<FeelValue> answer) => new(text, null, null, answer);

    public override string ToString() => IsConstant ? Text : "=" + Text;
}
