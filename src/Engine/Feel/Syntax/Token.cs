namespace CaseFlow.Engine.Feel.Syntax;

internal enum TokenKind
{
    End,
    Word,
    Number,
    Text,
    Symbol,
}

/// <summary>One token: where it stands, and its value (a word, a symbol, or a string without its quotes).</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Value)
{
    public bool Is(string value) => Kind is TokenKind.Word or TokenKind.Symbol && Value == value;
}
