using System.Text;

namespace CaseFlow.Engine.Reading;

/// <summary>Reads another engine's expression and writes its equal in FEEL. Every method answers null when there is none.</summary>
internal sealed class JuelParser(IReadOnlyList<JuelToken> tokens)
{
    /// <summary>From the loosest binding to the tightest: each operator's words there and in FEEL.</summary>
    private static readonly (string There, string Here)[][] Levels =
    [
        [("||", "or"), ("or", "or")],
        [("&&", "and"), ("and", "and")],
        [("==", "="), ("eq", "="), ("!=", "!="), ("ne", "!=")],
        [("<=", "<="), ("le", "<="), (">=", ">="), ("ge", ">="), ("<", "<"), ("lt", "<"), (">", ">"), ("gt", ">")],
        [("+", "+"), ("-", "-")],
        [("*", "*"), ("/", "/"), ("div", "/"), ("%", "%"), ("mod", "%")],
    ];

    private const int Deepest = 50;

    private int _at;
    private int _depth;

    private JuelToken Current => tokens[_at];

    public string? Whole() => Ternary() is { } feel && Current.Kind == JuelTokenKind.End ? feel : null;

    private string? Ternary()
    {
        if (++_depth > Deepest || Binary(0) is not { } condition) return null;
        if (Take("?") && (Ternary() is not { } yes || !Take(":") || Ternary() is not { } no || (condition = $"(if {condition} then {yes} else {no})").Length == 0)) return null;
        _depth--;
        return condition;
    }

    private string? Binary(int level)
    {
        if (level == Levels.Length) return Unary();
        var left = Binary(level + 1);
        while (left is not null && Operator(Levels[level]) is { } found)
            left = Binary(level + 1) is not { } right ? null : found == "%" ? $"modulo({left}, {right})" : $"{left} {found} {right}";
        return left;
    }

    private string? Operator((string There, string Here)[] level)
    {
        foreach (var (there, here) in level)
            if (Take(there))
                return here;
        return null;
    }

    private string? Unary()
    {
        if (++_depth > Deepest) return null;
        var feel = Take("!") || Take("not") ? Wrap(Unary(), "not(", ")") : Take("-") ? Wrap(Unary(), "-", "") : Take("empty") ? Unary() is { } value ? JuelCalls.Empty(value) : null : Postfix();
        _depth--;
        return feel;
    }

    private string? Postfix()
    {
        var value = Primary();
        while (value is not null)
        {
            if (Take(".")) value = Member(value);
            else if (Take("[")) value = Ternary() is { } index && Take("]") ? JuelCalls.Item(value, index) : null;
            else return value is "execution" or "task" ? null : value;
        }

        return null;
    }

    private string? Member(string target)
    {
        if (Current.Kind != JuelTokenKind.Name) return null;
        var name = tokens[_at++].Text;
        if (Take("(")) return Arguments() is { } arguments ? JuelCalls.Translate(target, name, arguments) : null;
        if (target is "execution" or "task") return name is "businessKey" or "processBusinessKey" ? "businessKey" : null;
        return $"{target}.{name}";
    }

    private List<string>? Arguments()
    {
        var arguments = new List<string>();
        if (Take(")")) return arguments;
        while (Ternary() is { } argument)
        {
            arguments.Add(argument);
            if (Take(")")) return arguments;
            if (!Take(",")) return null;
        }

        return null;
    }

    private string? Primary()
    {
        var token = Current;
        if (token.Kind == JuelTokenKind.End) return null;
        _at++;
        return token.Kind switch
        {
            JuelTokenKind.Number => token.Text,
            JuelTokenKind.Text => new StringBuilder("\"").Append(token.Text.Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"').ToString(),
            JuelTokenKind.Name => Current is { Kind: JuelTokenKind.Sign, Text: "(" or ":" } && !IsTernary() ? null : token.Text,
            _ => token.Text == "(" && Ternary() is { } inner && Take(")") ? $"({inner})" : null,
        };
    }

    /// <summary>A colon after a name belongs to a choice, unless a function's prefix stands before it.</summary>
    private bool IsTernary() => Current.Text == ":" && tokens.Take(_at).Any(token => token is { Kind: JuelTokenKind.Sign, Text: "?" });

    private bool Take(string text)
    {
        if (Current.Text != text || Current.Kind is not (JuelTokenKind.Sign or JuelTokenKind.Name)) return false;
        _at++;
        return true;
    }

    private static string? Wrap(string? inner, string before, string after) => inner is null ? null : before + inner + after;
}
