namespace CaseFlow.Engine.Feel.Functions;

/// <summary>The named sets of XPath's patterns, which differ from .NET's of the same letters.</summary>
internal static class XPathSets
{
    /// <summary>What XML allows at the start of a name, and in one.</summary>
    private const string InitialName = @"\p{L}\p{Nl}:_";
    private const string Name = @"\p{L}\p{Nl}\p{Nd}\p{M}\p{Pc}:_.\-·";
    private const string Space = @" \t\n\r";
    private const string WordCharacter = @"\p{L}\p{M}\p{N}\p{S}";
    private const string NoWordCharacter = @"\p{P}\p{Z}\p{C}";
    private const string Pair = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";

    /// <summary>The planes where rare Chinese characters lie.</summary>
    private const string RareHan = @"[\uD840-\uD8BF][\uDC00-\uDFFF]";

    /// <summary>Any one character but these, pairs of surrogates included.</summary>
    public static string AllBut(string body) => $@"(?:{Pair}|[^{body}\uD800-\uDFFF])";

    /// <summary>The set an escape at the position names, and the escape's length; null when it names none.</summary>
    public static string? Named(string pattern, int at, out int length)
    {
        length = 2;
        switch (pattern[at + 1])
        {
            case 's' or 'd' or 'i' or 'c': return "[" + InClass(pattern, at, out length) + "]";
            case 'S': return AllBut(Space);
            case 'D': return AllBut(@"\d");
            case 'I': return AllBut(InitialName);
            case 'C': return AllBut(Name);
            case 'w': return $"(?:{Pair}|[{WordCharacter}])";
            case 'W': return $@"[{NoWordCharacter}-[\uD800-\uDFFF]]";
            case 'P': return Category(pattern, at, out length) is { } outside ? "(?-i:" + AllBut(@"\p" + outside) + ")" : null;
            case 'p': return Category(pattern, at, out length) is { } inside ? Letters(inside) : null;
            default: return null;
        }
    }

    /// <summary>The same within a class; null for a set that can't be written there.</summary>
    public static string? InClass(string pattern, int at, out int length)
    {
        length = 2;
        switch (pattern[at + 1])
        {
            case 's': return Space;
            case 'w': return WordCharacter;
            case 'W': return NoWordCharacter;
            case 'i': return InitialName;
            case 'c': return Name;
            case 'S' or 'd' or 'D': return pattern.Substring(at, 2);
            case 'p' or 'P': return Category(pattern, at, out length) is not null ? pattern[at..(at + length)] : null;
            default: return null;
        }
    }

    /// <summary>The single character an escape stands for, as .NET writes it.</summary>
    public static string? Single(char c) => c switch
    {
        'n' or 'r' or 't' => "\\" + c,
        '\\' or '|' or '.' or '-' or '^' or '?' or '*' or '+' or '{' or '}' or '(' or ')' or '[' or ']' or '$' => "\\" + c,
        _ => null,
    };

    private static string Letters(string category) =>
        category is "{L}" or "{Lo}" ? $@"(?:\p{category}|{RareHan})" : $@"(?-i:\p{category})";

    private static string? Category(string pattern, int at, out int length)
    {
        length = 2;
        var end = pattern.IndexOf('}', at);
        if (end < 0 || pattern[at + 2] != '{') return null;
        length = end - at + 1;
        return pattern[(at + 2)..(end + 1)];
    }
}
