using System.Collections.Immutable;

namespace CaseFlow.Runtime.Storage.Commits;

/// <summary>What came, changed and went between two states: the worklist rows follow from it, whatever the events were.</summary>
internal static class StateDiff
{
    public static IEnumerable<T> Put<T>(ImmutableSortedDictionary<long, T>? before, ImmutableSortedDictionary<long, T> after)
        where T : class =>
        ReferenceEquals(before, after)
            ? []
            : after.Where(entry => before is null || !before.TryGetValue(entry.Key, out var old) || !ReferenceEquals(old, entry.Value)).Select(entry => entry.Value);

    public static IEnumerable<long> Gone<T>(ImmutableSortedDictionary<long, T>? before, ImmutableSortedDictionary<long, T> after)
        where T : class =>
        before is null || ReferenceEquals(before, after) ? [] : before.Keys.Where(key => !after.ContainsKey(key));
}
