using CaseFlow.Engine.Feel.Nodes;
using CaseFlow.Engine.Feel.Syntax;

namespace CaseFlow.Engine.Feel;

/// <summary>A FEEL expression (DMN 1.5, section 10.3), parsed once. Safe to share between threads.</summary>
public sealed class FeelExpression
{
    private readonly Node root;

    private FeelExpression(string text, Node root, IReadOnlyCollection<string> names) => (Text, this.root, Names) = (text, root, names);

    public string Text { get; }

    /// <summary>The names the expression reads from its scope, in ordinal order. Entries that a filter reads from its items count as well.</summary>
    public IReadOnlyCollection<string> Names { get; }

    /// <summary>Parses an expression. Names with blanks or operators in them must be announced; words that can't be anything else join without.</summary>
    /// <exception cref="FeelSyntaxException">The text is not FEEL.</exception>
    public static FeelExpression Parse(string text, IEnumerable<string>? knownNames = null)
    {
        var parser = new Parser(text, new ParserNames(knownNames, knownNames));
        return new FeelExpression(text, parser.ParseExpression(), parser.FreeNames);
    }

    /// <summary>The same, and a "=" at the start is skipped: so Camunda 8 marks an expression.</summary>
    /// <exception cref="FeelSyntaxException">The text is not FEEL.</exception>
    public static FeelExpression ParseBpmn(string text, IEnumerable<string>? knownNames = null)
    {
        var trimmed = text.TrimStart();
        return Parse(trimmed.StartsWith('=') ? trimmed[1..] : text, knownNames);
    }

    /// <summary>The value; null where the standard has no answer, such as for 1 + "a".</summary>
    /// <exception cref="FeelLimitException">The evaluation went past its limits.</exception>
    public FeelValue Evaluate(IFeelScope scope, FeelLimits? limits = null) =>
        root.Evaluate(new ScopeFrame(scope), new Evaluation(scope.Now, limits ?? FeelLimits.Default));
}
