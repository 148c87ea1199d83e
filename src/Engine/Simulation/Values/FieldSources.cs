using System.Collections.Immutable;

namespace CaseFlow.Engine.Simulation.Values;

/// <summary>What fields draw from beside their own options.</summary>
/// <param name="Directory">Codes by source.</param>
/// <param name="DefaultValue">That a field's default value is left as it is.</param>
/// <param name="Ticked">That a box is ticked which need not be.</param>
internal sealed record FieldSources(ImmutableSortedDictionary<string, ImmutableArray<string>> Directory, double DefaultValue, double Ticked)
{
    public ImmutableArray<string> Of(string source) =>
        Directory.TryGetValue(source, out var codes) ? codes : [$"{source}-1", $"{source}-2", $"{source}-3"];
}
