using System.Numerics;

namespace CaseFlow.Engine.Decisions.Analysis;

/// <summary>A set of a column's atoms, by their numbers.</summary>
internal readonly struct AtomSet
{
    private readonly ulong[] words;

    private AtomSet(ulong[] words) => this.words = words;

    public static AtomSet Of(int size, Func<int, bool> holds)
    {
        var words = new ulong[(size + 63) / 64];
        for (var i = 0; i < size; i++)
            if (holds(i))
                words[i >> 6] |= 1UL << (i & 63);
        return new AtomSet(words);
    }

    public bool IsEmpty => Array.TrueForAll(words, word => word == 0);

    public int Count => words.Sum(BitOperations.PopCount);

    public bool Contains(int atom) => (words[atom >> 6] >> (atom & 63) & 1) != 0;

    public bool Contains(AtomSet other)
    {
        for (var i = 0; i < words.Length; i++)
            if ((other.words[i] & ~words[i]) != 0)
                return false;
        return true;
    }

    public bool Meets(AtomSet other)
    {
        for (var i = 0; i < words.Length; i++)
            if ((other.words[i] & words[i]) != 0)
                return true;
        return false;
    }

    public AtomSet And(AtomSet other) => new([.. words.Zip(other.words, (a, b) => a & b)]);

    /// <summary>In ascending order.</summary>
    public IEnumerable<int> Atoms
    {
        get
        {
            for (var i = 0; i < words.Length * 64; i++)
                if (Contains(i))
                    yield return i;
        }
    }
}
