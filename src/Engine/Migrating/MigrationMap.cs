using System.Collections.Immutable;

namespace CaseFlow.Engine.Migrating;

/// <summary>Which element of the new version continues which of the old one, by id. What isn't named is continued by the element of the same id.</summary>
/// <param name="Elements">Processes, elements and sequence flows: id in the old version to id in the new one.</param>
public sealed record MigrationMap(ImmutableSortedDictionary<string, string> Elements)
{
    public static MigrationMap Same { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    public static MigrationMap Of(IEnumerable<KeyValuePair<string, string>> elements) => new(elements.ToImmutableSortedDictionary(StringComparer.Ordinal));

    public string this[string id] => Elements.GetValueOrDefault(id, id);

    public bool Names(string id) => Elements.ContainsKey(id);
}
