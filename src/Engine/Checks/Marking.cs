using System.Collections.Immutable;

namespace CaseFlow.Engine.Checks;

/// <summary>
/// Where tokens are in one scope: a sequence flow's index, or -1 - index for an element that is about to run. Sorted, so that equal markings are equal.
/// </summary>
internal readonly record struct Marking(ImmutableArray<int> Tokens)
{
    public static Marking At(IEnumerable<int> elements) => new([.. elements.Select(element => -1 - element).Order()]);

    public static Marking Empty { get; } = new([]);

    public Marking Without(IEnumerable<int> tokens) => new(tokens.Aggregate(Tokens, (left, token) => left.Remove(token)));

    public Marking With(IEnumerable<int> flows) => new([.. Tokens.Concat(flows).Order()]);

    public bool Equals(Marking other) => Tokens.AsSpan().SequenceEqual(other.Tokens.AsSpan());

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var token in Tokens) hash.Add(token);
        return hash.ToHashCode();
    }
}

/// <param name="Element">Index of the element where it shows.</param>
/// <param name="IsStuck">True: it waits for ever. False: two tokens come to it.</param>
internal sealed record TokenProblem(int Element, bool IsStuck);
