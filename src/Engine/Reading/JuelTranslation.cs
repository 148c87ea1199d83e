using System.Text;
using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Reading;

/// <summary>Simple expressions of other engines (<c>${a == 1 &amp;&amp; !b}</c>) as FEEL. Method calls and the rest of that language are not translated.</summary>
internal static partial class JuelTranslation
{
    private static readonly (string From, string To)[] Operators =
        [("==", "="), ("!=", "!="), ("<=", "<="), (">=", ">="), ("&&", "and"), ("||", "or")];

    public static bool Applies(string text) => IsBraced(text) || Call().IsMatch(text);

    private static bool IsBraced(string text) => text.Length > 3 && text[0] is '$' or '#' && text[1] == '{' && text[^1] == '}';

    /// <summary>Null: not simple enough.</summary>
    public static string? Translate(string text)
    {
        var inner = IsBraced(text) ? text[2..^1].Trim() : text;
        if (Call().Match(inner) is { Success: true } call) return $"{FunctionOf(call.Groups["method"].Value)}({call.Groups["name"].Value}, {call.Groups["argument"].Value})";
        if (inner.Contains('{', StringComparison.Ordinal)) return null;
        var feel = new StringBuilder();
        for (var at = 0; at < inner.Length;)
        {
            var next = Next(inner, at, feel);
            if (next < 0) return null;
            at = next;
        }

        var result = feel.ToString();
        return result.Contains('"', StringComparison.Ordinal) ? result : Words(result);
    }

    private static int Next(string text, int at, StringBuilder feel)
    {
        if (text[at] is '\'' or '"') return String(text, at, feel);
        foreach (var (from, to) in Operators)
        {
            if (string.CompareOrdinal(text, at, from, 0, from.Length) != 0) continue;
            return char.IsLetter(to[0]) ? Word(text, at + from.Length, to, feel) : Sign(at + from.Length, to, feel);
        }

        if (text[at] == '!') return Negation(text, at + 1, feel);
        if (text[at] == '(' && at > 0 && char.IsLetterOrDigit(text[at - 1])) return -1;
        if (text[at] is '?' or '[' or '%') return -1;
        feel.Append(text[at]);
        return at + 1;
    }

    private static int Sign(int after, string sign, StringBuilder feel)
    {
        feel.Append(sign);
        return after;
    }

    private static int Word(string text, int after, string word, StringBuilder feel)
    {
        if (feel.Length > 0 && feel[^1] != ' ') feel.Append(' ');
        feel.Append(word).Append(' ');
        while (after < text.Length && text[after] == ' ') after++;
        return after;
    }

    private static int String(string text, int at, StringBuilder feel)
    {
        var end = text.IndexOf(text[at], at + 1);
        if (end < 0) return -1;
        feel.Append('"').Append(text, at + 1, end - at - 1).Append('"');
        return end + 1;
    }

    /// <summary>Only a name can be negated: <c>!done</c>.</summary>
    private static int Negation(string text, int at, StringBuilder feel)
    {
        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.')) end++;
        if (end == at) return -1;
        feel.Append("not(").Append(text, at, end - at).Append(')');
        return end;
    }

    private static string Words(string feel) =>
        string.Join(' ', feel.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word switch
        {
            "eq" => "=",
            "ne" => "!=",
            "lt" => "<",
            "gt" => ">",
            "le" => "<=",
            "ge" => ">=",
            _ => word,
        }));

    private static string FunctionOf(string method) => method switch
    {
        "startsWith" => "starts with",
        "endsWith" => "ends with",
        _ => "contains",
    };

    /// <summary>The one kind of method call that has an equal: <c>name.contains("text")</c>.</summary>
    [GeneratedRegex("""^(?<name>\w+)\.(?<method>contains|startsWith|endsWith)\((?<argument>"[^"]*")\)$""", RegexOptions.CultureInvariant)]
    private static partial Regex Call();
}
