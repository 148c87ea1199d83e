using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>matches, replace, split: patterns and flags are those of XPath.</summary>
internal static class PatternFunctions
{
    public static BuiltIn[] All { get; } =
    [
        new("matches", [Form.Of("input, pattern, flags?", Matches)]),
        new("replace", [Form.Of("input, pattern, replacement, flags?", Replace)]),
        new("split", [Form.Of("string, delimiter", Split)]),
    ];

    private static FeelValue? Matches(Arguments args) =>
        args.Text(0) is { } input && Pattern(args, 2) is { } pattern ? Guarded(args, input, pattern, () => FeelValue.From(pattern.Regex.IsMatch(input))) : null;

    /// <summary>A pattern that matches nothing at all has no replacement, as XPath rules.</summary>
    private static FeelValue? Replace(Arguments args)
    {
        if (args.Text(0) is not { } input || args.Text(2) is not { } replacement || Pattern(args, 3) is not { } pattern) return null;
        var isLiteral = args.Text(3)?.Contains('q', StringComparison.Ordinal) ?? false;
        if ((isLiteral ? replacement.Replace("$", "$$", StringComparison.Ordinal) : XPathPattern.Replacement(replacement, pattern.Regex)) is not { } text) return null;
        return Guarded(args, input, pattern, () => pattern.Regex.IsMatch("") ? null : Replaced(args, pattern.Regex, input, text));
    }

    /// <summary>Stops as soon as the text is too long, not when it is made.</summary>
    private static FeelString Replaced(Arguments args, Regex pattern, string input, string replacement)
    {
        var length = input.Length;
        return new FeelString(pattern.Replace(input, match =>
        {
            var piece = match.Result(replacement);
            args.Run.Spend(2);
            args.Run.CheckText(length += piece.Length - match.Length);
            return piece;
        }));
    }

    private static FeelValue? Split(Arguments args)
    {
        if (args.Text(0) is not { } input || args.Text(1) is not { } delimiter || Compiled(args, delimiter, "") is not { } pattern) return null;
        return Guarded(args, input, pattern, () =>
        {
            var parts = ImmutableArray.CreateBuilder<FeelValue>();
            var from = 0;
            foreach (Match match in pattern.Regex.Matches(input))
            {
                if (match.Length == 0) continue;
                parts.Add(new FeelString(input[from..match.Index]));
                from = match.Index + match.Length;
            }
            parts.Add(new FeelString(input[from..]));
            args.Run.CheckList(parts.Count);
            return new FeelList(parts.ToImmutable());
        });
    }

    private static XPathMatcher? Pattern(Arguments args, int flagsAt)
    {
        if (args.Text(1) is not { } pattern || (args.Text(flagsAt) is null && !args.IsNull(flagsAt))) return null;
        return Compiled(args, pattern, args.Text(flagsAt) ?? "");
    }

    /// <summary>Compiling a pattern takes about as long as 2,000 steps.</summary>
    private static XPathMatcher? Compiled(Arguments args, string pattern, string flags)
    {
        if (args.Run.IsNewPattern(flags + "/" + pattern)) args.Run.Spend(2_000 + 4 * pattern.Length);
        return XPathPattern.Find(pattern, flags);
    }

    /// <summary>A pattern that has to go back, as one with back references must, is given little time and few turns.</summary>
    private static FeelValue? Guarded(Arguments args, string input, XPathMatcher pattern, Func<FeelValue?> body)
    {
        var steps = pattern.Regex.Options.HasFlag(RegexOptions.NonBacktracking) ? 300 + input.Length * (1 + pattern.Size / 8) : 30_000;
        args.Run.Spend((int)Math.Min(steps, int.MaxValue));
        try
        {
            return body();
        }
        catch (RegexMatchTimeoutException)
        {
            throw new FeelLimitException("Expected a pattern that matches in reasonable time, but it goes back and forth too often.");
        }
    }
}
