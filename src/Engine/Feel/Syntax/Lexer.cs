using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>Cuts FEEL text into tokens, one at a time from any position: which words form one name only the parser knows.</summary>
internal sealed class Lexer(string text)
{
    private static readonly string[] Symbols =
    [
        "..", "**", "<=", ">=", "!=", "->", "+", "-", "*", "/", "=", "<", ">", "(", ")", "[", "]", "{", "}", ",", ":", ".", "@", "'", "’",
    ];

    public string Text { get; } = text;

    /// <summary>The token at or after the position.</summary>
    public Token Read(int position)
    {
        var start = SkipSpace(position);
        if (start >= Text.Length) return new Token(TokenKind.End, start, start, "");
        var c = Text[start];
        if (Characters.IsNameStart(c)) return Word(start);
        if (char.IsAsciiDigit(c) || (c == '.' && start + 1 < Text.Length && char.IsAsciiDigit(Text[start + 1]))) return Number(start);
        if (c == '"') return String(start);
        foreach (var symbol in Symbols)
            if (string.CompareOrdinal(Text, start, symbol, 0, symbol.Length) == 0)
                return new Token(TokenKind.Symbol, start, start + symbol.Length, symbol);
        throw Error($"Expected FEEL, but \"{c}\" has no meaning here.", start);
    }

    /// <summary>Past white space and comments.</summary>
    public int SkipSpace(int position)
    {
        while (position < Text.Length)
        {
            if (Characters.IsSpace(Text[position])) position++;
            else if (StartsWith(position, "//")) position = AfterOrEnd("\n", position);
            else if (StartsWith(position, "/*")) position = AfterOrEnd("*/", position + 2);
            else break;
        }
        return position;
    }

    public FeelSyntaxException Error(string message, int position)
    {
        var (line, column) = (1, 1);
        for (var i = 0; i < position && i < Text.Length; i++)
            (line, column) = Text[i] == '\n' ? (line + 1, 1) : (line, column + 1);
        return new FeelSyntaxException(message, line, column);
    }

    private bool StartsWith(int position, string value) => string.CompareOrdinal(Text, position, value, 0, value.Length) == 0;

    private int AfterOrEnd(string value, int position)
    {
        var found = Text.IndexOf(value, position, StringComparison.Ordinal);
        return found < 0 ? Text.Length : found + value.Length;
    }

    private Token Word(int start)
    {
        var end = start + 1;
        while (end < Text.Length && Characters.IsNamePart(Text[end])) end++;
        return new Token(TokenKind.Word, start, end, Text[start..end]);
    }

    private Token Number(int start)
    {
        var end = SkipDigits(start);
        if (end + 1 < Text.Length && Text[end] == '.' && char.IsAsciiDigit(Text[end + 1])) end = SkipDigits(end + 1);
        if (end < Text.Length && Text[end] is 'e' or 'E')
        {
            var digits = end + 1 < Text.Length && Text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            if (digits < Text.Length && char.IsAsciiDigit(Text[digits])) end = SkipDigits(digits);
        }
        return new Token(TokenKind.Number, start, end, Text[start..end]);
    }

    private int SkipDigits(int position)
    {
        while (position < Text.Length && char.IsAsciiDigit(Text[position])) position++;
        return position;
    }

    private Token String(int start)
    {
        var value = new StringBuilder();
        for (var i = start + 1; i < Text.Length; i++)
        {
            if (Text[i] == '"') return new Token(TokenKind.Text, start, i + 1, value.ToString());
            if (Text[i] == '\\' && i + 1 < Text.Length) i = Escape(i + 1, value);
            else value.Append(Text[i]);
        }
        throw Error("Expected a closing quotation mark, but the text ends.", start);
    }

    /// <summary>Reads the escape whose letter is at the position; answers its last character's position. Unknown ones stay as written.</summary>
    private int Escape(int position, StringBuilder value)
    {
        var digits = Text[position] switch { 'u' => 4, 'U' => 6, _ => 0 };
        if (digits > 0 && CodePoint(position + 1, digits) is { } point)
        {
            value.Append(point);
            return position + digits;
        }
        var plain = Text[position] switch { 'n' => "\n", 'r' => "\r", 't' => "\t", '"' => "\"", '\'' => "'", '\\' => "\\", _ => null };
        value.Append(plain ?? "\\" + Text[position]);
        return position;
    }

    private string? CodePoint(int position, int digits)
    {
        if (position + digits > Text.Length) return null;
        if (!int.TryParse(Text.AsSpan(position, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var point)) return null;
        if (point is >= 0xD800 and <= 0xDFFF) return ((char)point).ToString();
        return point <= 0x10FFFF ? char.ConvertFromUtf32(point) : null;
    }
}
