using System.Text;
using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Reading;

/// <summary>Expressions of other engines (<c>${a == 1 &amp;&amp; !b}</c>, <c>Case ${number}</c>) as FEEL: operators, choices, paths, and the method calls that have an equal. The rest of that language is not translated.</summary>
internal static partial class JuelTranslation
{
    /// <summary>Whether the text can only be of another engine.</summary>
    public static bool Applies(string text) => IsBraced(text) || Part().IsMatch(text) || Call().IsMatch(text);

    /// <summary>Null: it has no equal.</summary>
    public static string? Translate(string text)
    {
        if (IsBraced(text)) return Expression(text[2..^1]);
        return Part().IsMatch(text) ? Parts(text) : Expression(text);
    }

    /// <summary>One expression and nothing beside it.</summary>
    private static bool IsBraced(string text) => text.Length > 3 && text[0] is '$' or '#' && text[1] == '{' && text.IndexOf('}', StringComparison.Ordinal) == text.Length - 1;

    private static string? Expression(string text) => JuelTokens.Of(text) is { } tokens ? new JuelParser(tokens).Whole() : null;

    /// <summary>Text with expressions in it: put together.</summary>
    private static string? Parts(string text)
    {
        var feel = new StringBuilder();
        var at = 0;
        foreach (Match part in Part().Matches(text))
        {
            if (Expression(part.Groups["inner"].Value) is not { } inner) return null;
            Constant(text[at..part.Index], feel);
            if (feel.Length > 0) feel.Append(" + ");
            feel.Append("string(").Append(inner).Append(')');
            at = part.Index + part.Length;
        }

        Constant(text[at..], feel);
        return feel.ToString();
    }

    private static void Constant(string text, StringBuilder feel)
    {
        if (text.Length == 0) return;
        if (feel.Length > 0) feel.Append(" + ");
        feel.Append('"').Append(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
    }

    [GeneratedRegex(@"[$#]\{(?<inner>[^}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    /// <summary>Method calls on a value, which FEEL doesn't have.</summary>
    [GeneratedRegex(@"\w\.(contains|startsWith|endsWith|equals|equalsIgnoreCase|isEmpty|size|length|toLowerCase|toUpperCase|getVariable|hasVariable)\(", RegexOptions.CultureInvariant)]
    private static partial Regex Call();
}
