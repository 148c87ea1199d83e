using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>Reads one character class, such as [^a-z_-[aeiou]]. Characters beyond the first plane become alternatives beside it.</summary>
internal sealed class XPathClass(string pattern, int start)
{
    private readonly StringBuilder body = new();
    private readonly List<(int From, int To)> beyond = [];
    private bool negated;
    private string subtracted = "";

    /// <summary>Behind the closing bracket.</summary>
    public int End { get; private set; } = start + 1;

    /// <summary>.NET's text for it; null when it is no class of XPath.</summary>
    public string? Read()
    {
        if (Next == '^')
        {
            negated = true;
            End++;
        }
        var first = End;
        while (Next != ']')
            if (!(Next == '-' && Peek(1) == '[' ? Subtraction() : Item()))
                return null;
        if (End == first) return null;
        End++;
        return Text();
    }

    private char Next => Peek(0);

    private char Peek(int ahead) => End + ahead < pattern.Length ? pattern[End + ahead] : '\0';

    private bool Subtraction()
    {
        var inner = new XPathClass(pattern, End + 1);
        if (body.Length == 0 || inner.Read() is null || inner.beyond.Count > 0) return false;
        subtracted = "-" + inner.Brackets("");
        End = inner.End;
        return Next == ']';
    }

    private bool Item()
    {
        if (End >= pattern.Length || Next == '[') return false;
        if (Next == '\\' && End + 1 < pattern.Length && XPathSets.InClass(pattern, End, out var length) is { } set)
        {
            body.Append(set);
            if (Next == '\\' && pattern.AsSpan(End, length) is @"\p{L}" or @"\p{Lo}") beyond.Add((0x20000, 0x3FFFF));
            End += length;
            return true;
        }
        if (Character() is not { } from) return false;
        if (Next != '-' || Peek(1) is ']' or '[' or '\0') return Add(from, from);
        End++;
        return Character() is { } to && from <= to && Add(from, to);
    }

    private int? Character()
    {
        if (End >= pattern.Length || Next == '[') return null;
        if (Next != '\\')
        {
            var point = char.IsHighSurrogate(Next) && char.IsLowSurrogate(Peek(1)) ? char.ConvertToUtf32(Next, Peek(1)) : Next;
            End += point > 0xFFFF ? 2 : 1;
            return point;
        }
        var escaped = Peek(1);
        if (XPathSets.Single(escaped) is null) return null;
        End += 2;
        return escaped switch { 'n' => '\n', 'r' => '\r', 't' => '\t', _ => escaped };
    }

    private bool Add(int from, int to)
    {
        if (from <= 0xFFFF) body.Append(Unit(from)).Append('-').Append(Unit(Math.Min(to, 0xFFFF)));
        if (to > 0xFFFF) beyond.Add((Math.Max(from, 0x10000), to));
        return true;
    }

    private string Text()
    {
        if (!negated) return Join(body.Length > 0 ? Brackets("") : null, beyond);
        beyond.Sort();
        var outside = new List<(int From, int To)>();
        var next = 0x10000;
        foreach (var (from, to) in beyond)
        {
            if (from > next) outside.Add((next, from - 1));
            next = Math.Max(next, to + 1);
        }
        if (next <= 0x10FFFF) outside.Add((next, 0x10FFFF));
        return Join(Brackets(@"\uD800-\uDFFF"), outside);
    }

    private string Brackets(string more) => (negated ? "[^" : "[") + body + more + subtracted + "]";

    private static string Join(string? plain, List<(int From, int To)> beyond)
    {
        if (beyond.Count == 0) return plain!;
        var parts = beyond.SelectMany(range => Pairs(range.From, range.To));
        return "(?:" + string.Join('|', plain is null ? parts : parts.Prepend(plain)) + ")";
    }

    /// <summary>A range of code points as surrogate pairs: a part of the first block, whole blocks, a part of the last.</summary>
    private static IEnumerable<string> Pairs(int from, int to)
    {
        while (from <= to)
        {
            var isWhole = (from & 0x3FF) == 0 && (from | 0x3FF) <= to;
            var last = isWhole ? to - ((to + 1) & 0x3FF) : Math.Min(to, from | 0x3FF);
            var (first, end) = (char.ConvertFromUtf32(from), char.ConvertFromUtf32(last));
            yield return $"[{Unit(first[0])}-{Unit(end[0])}][{Unit(isWhole ? 0xDC00 : first[1])}-{Unit(isWhole ? 0xDFFF : end[1])}]";
            from = last + 1;
        }
    }

    private static string Unit(int unit) => "\\u" + unit.ToString("X4", CultureInfo.InvariantCulture);
}
