using CaseFlow.Engine.Decisions;

namespace CaseFlow.Engine.Reading;

/// <summary>Reads the DMN files of one flow, imported ones before those that import them.</summary>
internal static class DmnLibrary
{
    /// <param name="files">Name to XML.</param>
    /// <param name="published">True for a flow that was checked when it was published.</param>
    /// <returns>A result a file, in the order of reading. Of files that import each other in a circle one misses its import, and says so.</returns>
    public static IReadOnlyList<DmnReadResult> Read(IEnumerable<KeyValuePair<string, string>> files, bool published = false)
    {
        var waiting = files.Select(file => (file.Key, file.Value, Imports: DmnReader.ImportedNamespaces(file.Value), Own: DmnReader.NamespaceOf(file.Value))).ToList();
        var models = new List<DecisionModel>();
        var results = new List<DmnReadResult>();
        while (waiting.Count > 0)
        {
            var ready = Math.Max(0, waiting.FindIndex(file => !waiting.Exists(other => other.Key != file.Key && file.Imports.Contains(other.Own))));
            var (name, xml, _, _) = waiting[ready];
            waiting.RemoveAt(ready);
            results.Add(DmnReader.Read(xml, name, models, published));
            if (results[^1].Model is { } model) models.Add(model);
        }

        return results;
    }
}
