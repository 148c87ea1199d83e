using System.Collections.Immutable;

namespace CaseFlow.Engine.Feel;

/// <summary>An ordered list; FEEL counts its positions from 1.</summary>
public sealed record FeelList(ImmutableArray<FeelValue> Items) : FeelValue
{
    private readonly FeelSize size = FeelSize.Of(Items);

    public static FeelList Empty { get; } = new(ImmutableArray<FeelValue>.Empty);

    internal override long Weight => size.Weight;

    internal override int Depth => size.Depth;

    public bool Equals(FeelList? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items) hash.Add(item);
        return hash.ToHashCode();
    }
}

/// <summary>A context: named values in the order they were written. Equality ignores that order.</summary>
public sealed record FeelContext(ImmutableArray<KeyValuePair<string, FeelValue>> Entries) : FeelValue
{
    private readonly FeelSize size = FeelSize.Of(Entries);

    public static FeelContext Empty { get; } = new(ImmutableArray<KeyValuePair<string, FeelValue>>.Empty);

    /// <summary>The entry's value, or null when there is no such entry.</summary>
    public FeelValue? Find(string name)
    {
        foreach (var entry in Entries)
            if (entry.Key == name)
                return entry.Value;
        return null;
    }

    /// <summary>This context with the entry set: in its place when it exists, else at the end.</summary>
    public FeelContext With(string name, FeelValue value)
    {
        for (var i = 0; i < Entries.Length; i++)
            if (Entries[i].Key == name)
                return new FeelContext(Entries.SetItem(i, new(name, value)));
        return new FeelContext(Entries.Add(new(name, value)));
    }

    /// <summary>This context with all the entries set.</summary>
    public FeelContext With(FeelContext values)
    {
        if (Entries.IsEmpty) return values;
        if (values.Entries.Length == 1) return With(values.Entries[0].Key, values.Entries[0].Value);
        var merged = Entries.ToBuilder();
        foreach (var entry in values.Entries)
        {
            var at = 0;
            while (at < Entries.Length && Entries[at].Key != entry.Key) at++;
            if (at < Entries.Length) merged[at] = entry;
            else merged.Add(entry);
        }

        return new FeelContext(merged.ToImmutable());
    }

    internal override long Weight => size.Weight;

    internal override int Depth => size.Depth;

    public bool Equals(FeelContext? other) =>
        ReferenceEquals(this, other) || other is not null && Entries.Length == other.Entries.Length
        && Entries.All(entry => entry.Value.Equals(other.Find(entry.Key)));

    public override int GetHashCode()
    {
        var hash = Entries.Length;
        foreach (var entry in Entries) hash ^= HashCode.Combine(entry.Key, entry.Value);
        return hash;
    }
}
