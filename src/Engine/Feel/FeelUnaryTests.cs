using CaseFlow.Engine.Feel.Nodes;
using CaseFlow.Engine.Feel.Syntax;

namespace CaseFlow.Engine.Feel;

/// <summary>Unary tests, as in a decision table's input cell: "&lt; 5", "[1..3], 7", "not(null)", "-". Parsed once, safe to share.</summary>
public sealed class FeelUnaryTests
{
    private readonly TestNode root;

    private FeelUnaryTests(string text, TestNode root, IReadOnlyCollection<string> names) => (Text, this.root, Names) = (text, root, names);

    public string Text { get; }

    /// <summary>The names the tests read from their scope, in ordinal order; without "?", the tested value.</summary>
    public IReadOnlyCollection<string> Names { get; }

    /// <exception cref="FeelSyntaxException">The text is no list of unary tests.</exception>
    public static FeelUnaryTests Parse(string text, IEnumerable<string>? knownNames = null)
    {
        var parser = new Parser(text, new ParserNames(knownNames, knownNames));
        return new FeelUnaryTests(text, parser.ParseUnaryTests(), parser.FreeNames);
    }

    /// <summary>Whether the value passes; null when it can't be told, such as for "a" &lt; 5.</summary>
    /// <exception cref="FeelLimitException">The evaluation went past its limits.</exception>
    public bool? Matches(FeelValue input, IFeelScope scope, FeelLimits? limits = null) =>
        root.Matches(input, new ScopeFrame(scope), new Evaluation(scope.Now, limits ?? FeelLimits.Default));
}
