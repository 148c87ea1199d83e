using System.Globalization;
using System.Text;

namespace CaseFlow.Cli.Simulation;

/// <summary>A table in plain text: the first column to the left, the others to the right. A Chinese character takes two columns of a terminal.</summary>
internal sealed class TextTable(params string[] heads)
{
    private readonly List<string[]> _rows = [heads];

    public TextTable Add(params string[] cells)
    {
        _rows.Add(cells);
        return this;
    }

    public bool IsEmpty => _rows.Count == 1;

    public void Write(TextWriter writer)
    {
        var widths = Enumerable.Range(0, _rows[0].Length).Select(column => _rows.Max(row => Width(row[column]))).ToArray();
        foreach (var row in _rows)
            writer.WriteLine("  " + string.Join("  ", row.Select((cell, column) => Pad(cell, widths[column], column == 0))).TrimEnd());
    }

    private static string Pad(string cell, int width, bool left)
    {
        var space = new string(' ', width - Width(cell));
        return left ? cell + space : space + cell;
    }

    private static int Width(string text) => text.EnumerateRunes().Sum(rune => IsWide(rune) ? 2 : 1);

    private static bool IsWide(Rune rune) => rune.Value >= 0x1100 && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherLetter or UnicodeCategory.OtherPunctuation && rune.Value >= 0x2E80;
}
