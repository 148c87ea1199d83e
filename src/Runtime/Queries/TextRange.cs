using System.Text;

namespace CaseFlow.Runtime.Queries;

/// <summary>Prefixes as ranges, which every database finds by an index: for a pattern some would read the whole table.</summary>
internal static class TextRange
{
    /// <summary>The first text after all that begin with the prefix, in the order of code points.</summary>
    /// <param name="prefix">Not empty.</param>
    public static string Before(string prefix)
    {
        var runes = prefix.EnumerateRunes().ToList();
        while (runes.Count > 0)
        {
            if (Next(runes[^1]) is { } next) return string.Concat(runes.Take(runes.Count - 1).Append(next));
            runes.RemoveAt(runes.Count - 1);
        }

        return "\U0010FFFF";
    }

    private static Rune? Next(Rune rune) => rune.Value switch
    {
        0x10FFFF => null,
        0xD7FF => new Rune(0xE000),
        _ => new Rune(rune.Value + 1),
    };
}
