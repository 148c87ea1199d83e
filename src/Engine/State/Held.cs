using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace CaseFlow.Engine.State;

/// <summary>
/// How a state's dictionaries compare. Values by reference: with the default, every change of an element would first compare all its
/// variables with the old ones. Texts ordinal: with the default, the order in a snapshot would hang on the machine's language.
/// </summary>
internal static class Held<TKey, TValue>
    where TKey : notnull
    where TValue : class
{
    private static readonly IComparer<TKey> Keys = typeof(TKey) == typeof(string) ? (IComparer<TKey>)StringComparer.Ordinal : Comparer<TKey>.Default;

    public static ImmutableSortedDictionary<TKey, TValue> None { get; } = ImmutableSortedDictionary.Create(Keys, ByReference.Instance);

    /// <summary>The same entries; without cost when they are held so already.</summary>
    public static ImmutableSortedDictionary<TKey, TValue> As(ImmutableSortedDictionary<TKey, TValue> entries) => entries.WithComparers(Keys, ByReference.Instance);

    private sealed class ByReference : IEqualityComparer<TValue>
    {
        public static readonly ByReference Instance = new();

        public bool Equals(TValue? x, TValue? y) => ReferenceEquals(x, y);

        public int GetHashCode(TValue obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
