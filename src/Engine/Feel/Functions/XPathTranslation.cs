using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>Rewrites an XPath pattern as .NET's, where a character beyond the first plane is two units of text but must match as one.</summary>
internal sealed class XPathTranslation(string pattern, RegexOptions options, bool freeSpacing)
{
    private readonly StringBuilder result = new();
    private readonly Stack<int> open = new();
    private readonly HashSet<int> closed = [];
    private readonly Stack<long> outer = new();
    private int groups;
    private int at;
    private long last;

    /// <summary>Atoms, counted as often as they may repeat: what a match costs for each character.</summary>
    public long Size { get; private set; }

    /// <summary>Null when the text is no pattern of XPath.</summary>
    public string? Run()
    {
        while (at < pattern.Length)
            if (!Step())
                return null;
        return result.ToString();
    }

    private bool Step()
    {
        var c = pattern[at];
        if (freeSpacing && c is ' ' or '\t' or '\n' or '\r') return Copy(1, "");
        switch (c)
        {
            case '\\': return Escape();
            case '[': return Class();
            case '(': return Open();
            case ')': return Close();
            case '{': return Repetition();
            case ']' or '}': return false;
            case '.': return Atom(1, options.HasFlag(RegexOptions.Singleline) ? XPathSets.AllBut("") : XPathSets.AllBut(@"\n\r"));
            case '$' when !options.HasFlag(RegexOptions.Multiline): return Copy(1, @"\z");
            case '*' or '+' or '?' or '|' or '^': return Copy(1, c.ToString());
            default: return Plain(c);
        }
    }

    private bool Atom(int length, string translated)
    {
        last = 1;
        Size++;
        return Copy(length, translated);
    }

    private bool Copy(int length, string translated)
    {
        at += length;
        result.Append(translated);
        return true;
    }

    /// <summary>A pair of surrogates stays together, so that a quantifier behind it means both.</summary>
    private bool Plain(char c)
    {
        if (!char.IsHighSurrogate(c) || at + 1 >= pattern.Length) return Atom(1, c.ToString());
        return Atom(2, $"(?:{pattern[at..(at + 2)]})");
    }

    private bool Open()
    {
        var isPlain = at + 1 >= pattern.Length || pattern[at + 1] != '?';
        if (!isPlain && (at + 2 >= pattern.Length || pattern[at + 2] != ':')) return false;
        open.Push(isPlain ? ++groups : 0);
        outer.Push(Size);
        Size = 0;
        return isPlain ? Copy(1, "(") : Copy(3, "(?:");
    }

    private bool Close()
    {
        if (!open.TryPop(out var group)) return false;
        closed.Add(group);
        last = Size;
        Size = Math.Min(Size + outer.Pop(), int.MaxValue);
        return Copy(1, ")");
    }

    private bool Repetition()
    {
        var end = pattern.IndexOf('}', at);
        if (end < 0 || at + 1 >= pattern.Length || !char.IsAsciiDigit(pattern[at + 1])) return false;
        var text = pattern[at..(end + 1)];
        if (text[1..^1].Any(c => !char.IsAsciiDigit(c) && c != ',')) return false;
        var most = text[1..^1].Split(',').Max(number => number.Length is > 0 and < 7 ? long.Parse(number, CultureInfo.InvariantCulture) : number.Length == 0 ? 0 : 1_000_000);
        Size = Math.Min(Size + last * Math.Max(most - 1, 0), int.MaxValue);
        last = Math.Min(last * Math.Max(most, 1), int.MaxValue);
        return Copy(text.Length, text);
    }

    private bool Escape()
    {
        if (at + 1 >= pattern.Length) return false;
        var c = pattern[at + 1];
        if (c is >= '1' and <= '9') return BackReference();
        if (XPathSets.Named(pattern, at, out var length) is { } set) return Atom(length, set);
        return XPathSets.Single(c) is { } single && Atom(2, single);
    }

    /// <summary>To a group that is closed by then, with as many digits as there are groups for.</summary>
    private bool BackReference()
    {
        var group = pattern[at + 1] - '0';
        var length = 2;
        for (; at + length < pattern.Length && char.IsAsciiDigit(pattern[at + length]) && group * 10 + pattern[at + length] - '0' <= groups; length++)
            group = group * 10 + pattern[at + length] - '0';
        return closed.Contains(group) && Atom(length, $"(?:\\{group})");
    }

    private bool Class()
    {
        var reader = new XPathClass(pattern, at);
        return reader.Read() is { } translated && Atom(reader.End - at, translated);
    }
}
