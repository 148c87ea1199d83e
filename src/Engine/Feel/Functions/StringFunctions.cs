using System.Text;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>Functions of strings that need no pattern. Positions and lengths count code points.</summary>
internal static class StringFunctions
{
    public static BuiltIn[] All { get; } =
    [
        new("substring", [Form.Of("string, start position, length?", Substring)]),
        new("string length", [Form.Of("string", args => args.Text(0) is { } text ? FeelValue.From((decimal)Length(text)) : null)]),
        new("upper case", [Form.Of("string", args => FeelValue.From(args.Text(0)?.Replace("ß", "SS", StringComparison.Ordinal).ToUpperInvariant()))]),
        new("lower case", [Form.Of("string", args => FeelValue.From(args.Text(0)?.ToLowerInvariant()))]),
        new("substring before", [Form.Of("string, match", args => Around(args, after: false))]),
        new("substring after", [Form.Of("string, match", args => Around(args, after: true))]),
        new("contains", [Form.Of("string, match", args => Test(args, (text, match) => text.Contains(match, StringComparison.Ordinal)))]),
        new("starts with", [Form.Of("string, match", args => Test(args, (text, match) => text.StartsWith(match, StringComparison.Ordinal)))]),
        new("ends with", [Form.Of("string, match", args => Test(args, (text, match) => text.EndsWith(match, StringComparison.Ordinal)))]),
        new("string join", [Form.Of("list, delimiter?", Join)]),
    ];

    private static FeelValue? Test(Arguments args, Func<string, string, bool> test) =>
        args.Text(0) is { } text && args.Text(1) is { } match ? FeelValue.From(test(text, match)) : null;

    private static FeelString? Around(Arguments args, bool after)
    {
        if (args.Text(0) is not { } text || args.Text(1) is not { } match) return null;
        var at = text.IndexOf(match, StringComparison.Ordinal);
        if (at < 0) return new FeelString("");
        return new FeelString(after ? text[(at + match.Length)..] : text[..at]);
    }

    private static FeelString? Substring(Arguments args)
    {
        if (args.Text(0) is not { } text || args.Whole(1) is not { } start || start == 0) return null;
        var length = Length(text);
        if (args.Count > 2 && args.Number(2) is null && !args.IsNull(2)) return null;
        var first = start > 0 ? start - 1 : length + start;
        if (first < 0 || first >= length || args.Whole(2) is < 1) return null;
        var count = Math.Min(args.Whole(2) ?? length, length - first);
        var from = UnitIndex(text, 0, first);
        return new FeelString(text[from..UnitIndex(text, from, count)]);
    }

    private static int Length(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++, count++)
            if (IsPair(text, i))
                i++;
        return count;
    }

    /// <summary>The UTF-16 index so many code points after another.</summary>
    private static int UnitIndex(string text, int from, long points)
    {
        for (; points > 0 && from < text.Length; points--) from += IsPair(text, from) ? 2 : 1;
        return from;
    }

    private static bool IsPair(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);

    private static FeelString? Join(Arguments args)
    {
        if (args.List(0) is not { } items) return null;
        if (args.Text(1) is null && !args.IsNull(1)) return null;
        var text = new StringBuilder();
        var first = true;
        foreach (var item in items)
        {
            if (item.IsNull) continue;
            if (item is not FeelString part) return null;
            if (!first) text.Append(args.Text(1));
            text.Append(part.Value);
            first = false;
            args.Run.CheckText(text.Length);
        }
        return new FeelString(text.ToString());
    }
}
