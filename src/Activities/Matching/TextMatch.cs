using System.Collections.Frozen;

namespace CaseFlow.Activities.Matching;

/// <summary>How alike two texts are. Chinese has no spaces between words: it is compared by pairs of characters, other scripts by words.</summary>
internal static class TextMatch
{
    /// <summary>0 (nothing in common) to 1 (the same terms): shared terms by the geometric mean of both counts.</summary>
    public static double Likeness(FrozenSet<string> left, FrozenSet<string> right)
    {
        if (left.Count == 0 || right.Count == 0) return 0;
        var shared = left.Count(right.Contains);
        return shared / Math.Sqrt((double)left.Count * right.Count);
    }

    public static FrozenSet<string> Terms(params ReadOnlySpan<string?> texts)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
            if (text is not null)
                AddTerms(terms, text);
        return terms.ToFrozenSet(StringComparer.Ordinal);
    }

    private static void AddTerms(HashSet<string> terms, string text)
    {
        var start = 0;
        for (var at = 1; at <= text.Length; at++)
        {
            if (at < text.Length && KindOf(text[at]) == KindOf(text[start])) continue;
            AddRun(terms, text.AsSpan(start, at - start));
            start = at;
        }
    }

    private static void AddRun(HashSet<string> terms, ReadOnlySpan<char> run)
    {
        switch (KindOf(run[0]))
        {
            case Script.Chinese when run.Length == 1:
                terms.Add(run.ToString());
                break;
            case Script.Chinese:
                for (var at = 0; at + 2 <= run.Length; at++) terms.Add(run.Slice(at, 2).ToString());
                break;
            case Script.Letters when run.Length > 1:
                terms.Add(run.ToString().ToUpperInvariant());
                break;
        }
    }

    private static Script KindOf(char letter) =>
        letter is >= '\u3400' and <= '\u9fff' ? Script.Chinese : char.IsLetterOrDigit(letter) ? Script.Letters : Script.Other;

    private enum Script
    {
        Other,
        Letters,
        Chinese,
    }
}
