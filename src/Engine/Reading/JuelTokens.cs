namespace CaseFlow.Engine.Reading;

/// <summary>Cuts another engine's expression into tokens.</summary>
internal static class JuelTokens
{
    private static readonly string[] Signs = ["==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "+", "-", "*", "/", "%", "?", ":", "(", ")", "[", "]", ".", ","];

    /// <summary>Null: it holds something that is no token.</summary>
    public static List<JuelToken>? Of(string text)
    {
        var tokens = new List<JuelToken>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            if (Next(text, at) is not { } found) return null;
            tokens.Add(found.Token);
            at = found.End;
        }

        tokens.Add(new JuelToken(JuelTokenKind.End, ""));
        return tokens;
    }

    private static (JuelToken Token, int End)? Next(string text, int at)
    {
        if (text[at] is '\'' or '"') return Quoted(text, at);
        if (char.IsAsciiDigit(text[at])) return While(text, at, JuelTokenKind.Number, c => char.IsAsciiDigit(c) || c == '.');
        if (char.IsLetter(text[at]) || text[at] is '_' or '$') return While(text, at, JuelTokenKind.Name, c => char.IsLetterOrDigit(c) || c is '_' or '$');
        return Array.Find(Signs, sign => string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0) is { } sign ? (new JuelToken(JuelTokenKind.Sign, sign), at + sign.Length) : null;
    }

    private static (JuelToken, int)? Quoted(string text, int at)
    {
        var end = text.IndexOf(text[at], at + 1);
        return end < 0 || text.AsSpan(at, end - at).Contains('\\') ? null : (new JuelToken(JuelTokenKind.Text, text[(at + 1)..end]), end + 1);
    }

    private static (JuelToken, int) While(string text, int at, JuelTokenKind kind, Func<char, bool> belongs)
    {
        var end = at;
        while (end < text.Length && belongs(text[end])) end++;
        return (new JuelToken(kind, text[at..end]), end);
    }
}
