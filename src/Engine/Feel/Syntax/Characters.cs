namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>Which characters make a name (DMN 1.5, grammar rules 27 to 30).</summary>
internal static class Characters
{
    public static bool IsNameStart(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or '?'
        || (c >= '\u00C0' && IsForeignStart(c));

    public static bool IsNamePart(char c) =>
        IsNameStart(c) || c is (>= '0' and <= '9') or '\u00B7' or (>= '\u0300' and <= '\u036F') or '\u203F' or '\u2040';

    /// <summary>What may join the words of a name: . / - ' + *.</summary>
    public static bool IsNameSymbol(char c) => c is '.' or '/' or '-' or '\'' or '’' or '+' or '*';

    public static bool IsSpace(char c) =>
        c is ' ' or (>= '\t' and <= '\r') or '\u0085' or '\u00A0' or '\u1680' or '\u180E' or (>= '\u2000' and <= '\u200B')
            or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000' or '\uFEFF';

    /// <summary>Runs of white space as one blank, none at the ends: the one spelling of a name.</summary>
    public static string Normalise(ReadOnlySpan<char> name)
    {
        var text = new System.Text.StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (!IsSpace(c)) text.Append(c);
            else if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
        }
        return text.ToString().TrimEnd(' ');
    }

    private static bool IsForeignStart(char c) =>
        c is not ('\u00D7' or '\u00F7' or '\u037E') and not (>= '\u0300' and <= '\u036F')
        && (c is <= '\u1FFF' or '\u200C' or '\u200D' or (>= '\u2070' and <= '\u218F') or (>= '\u2C00' and <= '\u2FEF')
            || (c is (>= '\u3001' and <= '\uFFFD') and not '\uFEFF'))
        && !IsSpace(c);
}
