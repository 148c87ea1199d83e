using System.Text;

namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>Finds where names end: the one thing about FEEL that no grammar alone can tell.</summary>
internal sealed partial class Parser
{
    /// <summary>Words that end an unknown name, because they can follow a value.</summary>
    private static readonly HashSet<string> Infix = new(StringComparer.Ordinal)
    {
        "and", "or", "between", "in", "instance", "then", "else", "return", "satisfies",
    };

    /// <summary>A name in an expression: the longest known one, else all words that can't be anything but parts of it.</summary>
    private string ReadName(bool memberOnly = false)
    {
        if (LongestKnown(memberOnly) is not { } found || ContinuesUnknown(found)) return ReadUnknownName();
        MoveTo(found.End);
        return found.Name;
    }

    private (string Name, int End)? LongestKnown(bool memberOnly)
    {
        var member = memberOnly || filters > 0 ? members.Longest(lexer.Text, token.Start) : null;
        var variable = memberOnly ? null : names.Longest(lexer.Text, token.Start);
        return member is null || (variable is not null && variable.Value.End >= member.Value.End) ? variable : member;
    }

    /// <summary>A known single word with more words behind it is the start of a name nobody announced.</summary>
    private bool ContinuesUnknown((string Name, int End) known)
    {
        var next = lexer.SkipSpace(known.End);
        return next < lexer.Text.Length && Characters.IsNameStart(lexer.Text[next]) && !Infix.Contains(lexer.Read(next).Value);
    }

    private string ReadUnknownName()
    {
        var name = new StringBuilder(token.Value);
        Advance();
        while (Joins())
        {
            if (token.Start > lastEnd) name.Append(' ');
            name.Append(token.Value);
            Advance();
        }
        return name.ToString();
    }

    private bool Joins() => token.Kind switch
    {
        TokenKind.Word => !Infix.Contains(token.Value),
        TokenKind.Number => true,
        TokenKind.Symbol => token.Value is "'" or "’",
        _ => false,
    };

    /// <summary>
    /// A name in a place where only a name can stand, up to one of the given ends: a context's key, a parameter.
    /// Answers null, and moves nowhere, when something else stands there.
    /// </summary>
    private string? TryReadPlainName(string ends)
    {
        var text = lexer.Text;
        var position = token.Start;
        if (position >= text.Length || !Characters.IsNameStart(text[position])) return null;
        while (position < text.Length && IsNameCharacter(text, position)) position++;
        if (position >= text.Length || !ends.Contains(text[position], StringComparison.Ordinal)) return null;
        var name = Characters.Normalise(text.AsSpan(token.Start, position - token.Start));
        MoveTo(position);
        return name;
    }

    private static bool IsNameCharacter(string text, int position)
    {
        var c = text[position];
        if (c == '/' && position + 1 < text.Length && text[position + 1] is '/' or '*') return false;
        return Characters.IsNamePart(c) || Characters.IsNameSymbol(c) || Characters.IsSpace(c);
    }

    /// <summary>A loop's variable: everything before the word "in".</summary>
    private string ReadLoopName()
    {
        if (token.Kind != TokenKind.Word) throw Unexpected("a name");
        var start = token.Start;
        var end = token.End;
        while (token.Kind != TokenKind.End && !token.Is("in"))
        {
            end = token.End;
            Advance();
        }
        return Characters.Normalise(lexer.Text.AsSpan(start, end - start));
    }
}
