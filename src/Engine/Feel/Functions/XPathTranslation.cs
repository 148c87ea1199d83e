using System.Text;
using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>Rewrites an XPath pattern as .NET's, where a character beyond the first plane is two units of text but must match as one.</summary>
internal sealed class XPathTranslation(string pattern, RegexOptions options, bool freeSpacing)
{
    private readonly StringBuilder result = new();
    private readonly Stack<int> open = new();
    private readonly HashSet<int> closed = [];
    private int groups;
    private int at;

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
            case '.': return Copy(1, options.HasFlag(RegexOptions.Singleline) ? XPathSets.AllBut("") : XPathSets.AllBut(@"\n\r"));
            case '$' when !options.HasFlag(RegexOptions.Multiline): return Copy(1, @"\z");
            default: return Plain(c);
        }
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
        if (!char.IsHighSurrogate(c) || at + 1 >= pattern.Length) return Copy(1, c.ToString());
        return Copy(2, $"(?:{pattern[at..(at + 2)]})");
    }

    private bool Open()
    {
        var isPlain = at + 1 >= pattern.Length || pattern[at + 1] != '?';
        if (!isPlain && (at + 2 >= pattern.Length || pattern[at + 2] != ':')) return false;
        open.Push(isPlain ? ++groups : 0);
        return isPlain ? Copy(1, "(") : Copy(3, "(?:");
    }

    private bool Close()
    {
        if (!open.TryPop(out var group)) return false;
        closed.Add(group);
        return Copy(1, ")");
    }

    private bool Repetition()
    {
        var end = pattern.IndexOf('}', at);
        if (end < 0 || at + 1 >= pattern.Length || !char.IsAsciiDigit(pattern[at + 1])) return false;
        var text = pattern[at..(end + 1)];
        return text[1..^1].All(c => char.IsAsciiDigit(c) || c == ',') && Copy(text.Length, text);
    }

    private bool Escape()
    {
        if (at + 1 >= pattern.Length) return false;
        var c = pattern[at + 1];
        if (c is >= '1' and <= '9') return BackReference();
        if (XPathSets.Named(pattern, at, out var length) is { } set) return Copy(length, set);
        return XPathSets.Single(c) is { } single && Copy(2, single);
    }

    /// <summary>To a group that is closed by then, with as many digits as there are groups for.</summary>
    private bool BackReference()
    {
        var group = pattern[at + 1] - '0';
        var length = 2;
        for (; at + length < pattern.Length && char.IsAsciiDigit(pattern[at + length]) && group * 10 + pattern[at + length] - '0' <= groups; length++)
            group = group * 10 + pattern[at + length] - '0';
        return closed.Contains(group) && Copy(length, $"(?:\\{group})");
    }

    private bool Class()
    {
        var reader = new XPathClass(pattern, at);
        return reader.Read() is { } translated && Copy(reader.End - at, translated);
    }
}
