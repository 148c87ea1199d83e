using System.Collections.Immutable;

namespace CaseFlow.Engine.Checks.ClosedLoop;

/// <summary>Where a case can stand, and what has happened on the way there.</summary>
/// <param name="Tokens">Sorted: the index of an element that goes on, or the complement of a sequence flow's whose token waits at a join.</param>
/// <param name="Facts">What the watched rule remembers, a bit a fact.</param>
/// <param name="Steering">Values of the steering variables, a byte each; see <see cref="SteeringVariables"/>.</param>
/// <param name="Closure">The closure type chosen last.</param>
internal readonly record struct LoopState(ImmutableArray<int> Tokens, ulong Facts, ulong Steering, string? Closure)
{
    /// <summary>Only the process itself is left: the case closes.</summary>
    public bool IsClosed => Tokens.Length == 1 && Tokens[0] == 0;

    public LoopState With(int token) => this with { Tokens = [.. Tokens.Append(token).Order()] };

    public LoopState Without(int token) => this with { Tokens = Tokens.Remove(token) };

    public bool Equals(LoopState other) =>
        Facts == other.Facts && Steering == other.Steering && Closure == other.Closure && Tokens.AsSpan().SequenceEqual(other.Tokens.AsSpan());

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var token in Tokens) hash.Add(token);
        hash.Add(Facts);
        hash.Add(Steering);
        hash.Add(Closure, StringComparer.Ordinal);
        return hash.ToHashCode();
    }
}
