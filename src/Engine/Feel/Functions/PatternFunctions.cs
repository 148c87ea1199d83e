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
        args.Text(0) is { } input && Pattern(args, 2) is { } pattern ? Guarded(args, input, pattern, () => FeelValue.From(pattern.IsMatch(input))) : null;

    /// <summary>A pattern that matches nothing at all has no replacement, as XPath rules.</summary>
    private static FeelValue? Replace(Arguments args)
    {
        if (args.Text(0) is not { } input || args.Text(2) is not { } replacement || Pattern(args, 3) is not { } pattern) return null;
        var isLiteral = args.Text(3)?.Contains('q', StringComparison.Ordinal) ?? false;
        if ((isLiteral ? replacement.Replace("$", "$$", StringComparison.Ordinal) : XPathPattern.Replacement(replacement, pattern)) is not { } text) return null;
        return Guarded(args, input, pattern, () => pattern.IsMatch("") ? null : new FeelString(pattern.Replace(input, text)));
    }

    private static FeelValue? Split(Arguments args)
    {
        if (args.Text(0) is not { } input || args.Text(1) is not { } delimiter || XPathPattern.Find(delimiter, "") is not { } pattern) return null;
        return Guarded(args, input, pattern, () =>
        {
            var parts = ImmutableArray.CreateBuilder<FeelValue>();
            var from = 0;
            foreach (Match match in pattern.Matches(input))
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

    private static Regex? Pattern(Arguments args, int flagsAt)
    {
        if (args.Text(1) is not { } pattern || (args.Text(flagsAt) is null && !args.IsNull(flagsAt))) return null;
        return XPathPattern.Find(pattern, args.Text(flagsAt) ?? "");
    }

    /// <summary>A pattern that has to go back, as one with back references must, is given little time and few turns.</summary>
    private static FeelValue? Guarded(Arguments args, string input, Regex pattern, Func<FeelValue?> body)
    {
        args.Run.Spend(pattern.Options.HasFlag(RegexOptions.NonBacktracking) ? 300 + input.Length : 30_000);
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
