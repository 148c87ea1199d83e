using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>Regular expressions of XPath (F&amp;O, section 5.6.1) as .NET's; what XPath doesn't know is no pattern.</summary>
internal static class XPathPattern
{
    private const int CacheSize = 500;
    private const int MaxSize = 2_000;

    private static readonly ConcurrentDictionary<(string Pattern, string Flags), XPathMatcher?> Cache = new();

    /// <summary>The compiled pattern; null when the pattern or a flag is wrong.</summary>
    /// <exception cref="FeelLimitException">The pattern repeats its parts too often.</exception>
    public static XPathMatcher? Find(string pattern, string flags)
    {
        if (Cache.TryGetValue((pattern, flags), out var known)) return known;
        if (Cache.Count >= CacheSize) Cache.Clear();
        return Cache.GetOrAdd((pattern, flags), key => Make(key.Pattern, key.Flags));
    }

    /// <summary>A replacement in .NET's spelling; null when a "$" or "\" in it has no meaning.</summary>
    public static string? Replacement(string text, Regex pattern)
    {
        var groups = pattern.GetGroupNumbers().Length - 1;
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (text[i] == '\\')
            {
                if (next is not ('\\' or '$')) return null;
                result.Append(next == '$' ? "$$" : "\\");
                i++;
            }
            else if (text[i] == '$')
            {
                if (!char.IsAsciiDigit(next)) return null;
                var group = next - '0';
                for (i++; i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && group * 10 + text[i + 1] - '0' <= groups; i++)
                    group = group * 10 + text[i + 1] - '0';
                if (group <= groups) result.Append("${").Append(group).Append('}');
            }
            else
                result.Append(text[i]);
        }
        return result.ToString();
    }

    private static XPathMatcher? Make(string pattern, string flags)
    {
        if (pattern.Length > 2_000 || Options(flags) is not { } options) return null;
        var isLiteral = flags.Contains('q', StringComparison.Ordinal);
        var translation = new XPathTranslation(pattern, options, flags.Contains('x', StringComparison.Ordinal));
        if ((isLiteral ? Regex.Escape(pattern) : translation.Run()) is not { } translated) return null;
        if (translation.Size > MaxSize) throw new FeelLimitException($"Expected a pattern of at most {MaxSize} parts, repeated ones counted each time, but it has more.");
        try
        {
            return new XPathMatcher(new Regex(translated, options | RegexOptions.NonBacktracking), translation.Size);
        }
        catch (NotSupportedException)
        {
            return new XPathMatcher(new Regex(translated, options, TimeSpan.FromMilliseconds(10)), translation.Size);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static RegexOptions? Options(string flags)
    {
        var options = RegexOptions.CultureInvariant;
        foreach (var flag in flags)
        {
            switch (flag)
            {
                case 's': options |= RegexOptions.Singleline; break;
                case 'm': options |= RegexOptions.Multiline; break;
                case 'i': options |= RegexOptions.IgnoreCase; break;
                case 'x' or 'q': break;
                default: return null;
            }
        }
        return options;
    }
}

/// <summary>A compiled pattern.</summary>
/// <param name="Size">Its parts, repeated ones counted each time.</param>
internal sealed record XPathMatcher(Regex Regex, long Size);
