using System.Text;

namespace CaseFlow.Engine.Decisions.Analysis;

/// <summary>Finds the parts of a box that no row covers, by cutting it input by input where the rows differ.</summary>
internal sealed class Uncovered(ColumnAtoms[] inputs, int most)
{
    private const int MaxTurns = 20_000;

    private readonly List<AtomSet[]> found = [];
    private int turns;

    /// <summary>At most as many parts as asked for. Null when it would take too long to tell.</summary>
    public IReadOnlyList<AtomSet[]>? Of(AtomSet[] box, List<AtomSet[]> rows)
    {
        Search(0, box, rows);
        return turns > MaxTurns ? null : found;
    }

    private void Search(int input, AtomSet[] box, List<AtomSet[]> rows)
    {
        if (found.Count >= most || ++turns > MaxTurns) return;
        if (rows.Count == 0) found.Add([.. box]);
        else if (input < inputs.Length && !rows.Exists(row => Covers(row, box, input))) Cut(input, box, rows);
    }

    private static bool Covers(AtomSet[] row, AtomSet[] box, int from)
    {
        for (var i = from; i < box.Length; i++)
            if (!row[i].Contains(box[i]))
                return false;
        return true;
    }

    /// <summary>Parts that the same rows hold stay together.</summary>
    private void Cut(int input, AtomSet[] box, List<AtomSet[]> rows)
    {
        foreach (var part in box[input].Atoms.GroupBy(atom => Holders(rows, input, atom), StringComparer.Ordinal))
        {
            var atom = part.First();
            AtomSet[] smaller = [.. box];
            smaller[input] = inputs[input].Only(part);
            Search(input + 1, smaller, rows.FindAll(row => row[input].Contains(atom)));
        }
    }

    private static string Holders(List<AtomSet[]> rows, int input, int atom)
    {
        var holders = new StringBuilder(rows.Count);
        foreach (var row in rows) holders.Append(row[input].Contains(atom) ? '1' : '0');
        return holders.ToString();
    }
}
