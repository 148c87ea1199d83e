using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>Translates regular expressions of XPath (F&amp;O, section 5.6.1) to .NET's; what XPath doesn't know is no pattern.</summary>
internal static class XPathPattern
{
    private const int CacheSize = 500;

    /// <summary>Letters, digits and marks that XML allows at the start of a name, and in one.</summary>
    private const string InitialName = @"\p{L}\p{Nl}:_";
    private const string Name = @"\p{L}\p{Nl}\p{Nd}\p{M}\p{Pc}:_.\-·";

    private static readonly ConcurrentDictionary<(string Pattern, string Flags), Regex?> Cache = new();

    /// <summary>The compiled pattern; null when the pattern or a flag is wrong.</summary>
    public static Regex? Find(string pattern, string flags)
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

    private static Regex? Make(string pattern, string flags)
    {
        if (pattern.Length > 2_000 || Options(flags) is not { } options) return null;
        var multiline = options.HasFlag(RegexOptions.Multiline);
        var translated = flags.Contains('q', StringComparison.Ordinal) ? Regex.Escape(pattern) : Translate(pattern, multiline, flags.Contains('x', StringComparison.Ordinal));
        if (translated is null) return null;
        try
        {
            return new Regex(translated, options | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return new Regex(translated, options, TimeSpan.FromMilliseconds(10));
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

    private static string? Translate(string pattern, bool multiline, bool freeSpacing)
    {
        var result = new StringBuilder();
        var classDepth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            var next = i + 1 < pattern.Length ? pattern[i + 1] : '\0';
            if (c == '\\')
            {
                if (Escape(next, classDepth > 0) is not { } escape) return null;
                result.Append(escape);
                i++;
            }
            else if (c is '[' or ']')
            {
                classDepth = Math.Max(0, classDepth + (c == '[' ? 1 : -1));
                result.Append(c);
            }
            else if (freeSpacing && classDepth == 0 && (c is ' ' or '\t' or '\n' or '\r')) continue;
            else if (c == '(' && next == '?' && (i + 2 >= pattern.Length || pattern[i + 2] != ':')) return null;
            else if (c == '$' && classDepth == 0 && !multiline) result.Append(@"\z");
            else result.Append(c);
        }
        return result.ToString();
    }

    private static string? Escape(char c, bool inClass) => c switch
    {
        'i' => inClass ? InitialName : "[" + InitialName + "]",
        'I' => inClass ? null : "[^" + InitialName + "]",
        'c' => inClass ? Name : "[" + Name + "]",
        'C' => inClass ? null : "[^" + Name + "]",
        'n' or 'r' or 't' or 's' or 'S' or 'd' or 'D' or 'w' or 'W' or 'p' or 'P' => "\\" + c,
        '\\' or '|' or '.' or '-' or '^' or '?' or '*' or '+' or '{' or '}' or '(' or ')' or '[' or ']' or '$' => "\\" + c,
        >= '1' and <= '9' when !inClass => "\\" + c,
        _ => null,
    };
}
