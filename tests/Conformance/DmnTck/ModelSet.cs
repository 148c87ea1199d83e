using CaseFlow.Engine.Decisions;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Conformance.DmnTck;

/// <summary>The models of one folder, read so that what is imported comes first.</summary>
internal sealed class ModelSet
{
    private readonly Dictionary<string, DecisionModel> byFile = new(StringComparer.Ordinal);

    public List<string> Problems { get; } = [];

    public DecisionModel? Find(string file) => byFile.GetValueOrDefault(file) ?? (byFile.Count == 1 ? byFile.Values.Single() : null);

    public static ModelSet Load(string folder)
    {
        var set = new ModelSet();
        var waiting = Directory.EnumerateFiles(folder, "*.dmn").Order(StringComparer.Ordinal)
            .Select(file => (File: file, Xml: File.ReadAllText(file))).ToList();
        while (waiting.Count > 0)
        {
            var ready = waiting.FindIndex(item => DmnReader.ImportedNamespaces(item.Xml)
                .All(wanted => set.byFile.Values.Any(model => model.Namespace == wanted) || !waiting.Any(other => other.Xml.Contains($"namespace=\"{wanted}\"", StringComparison.Ordinal) && other != item)));
            var (file, xml) = waiting[Math.Max(ready, 0)];
            waiting.RemoveAt(Math.Max(ready, 0));
            set.Add(file, xml);
        }
        return set;
    }

    private void Add(string file, string xml)
    {
        var result = DmnReader.Read(xml, Path.GetFileName(file), [.. byFile.Values]);
        foreach (var problem in result.Problems) Problems.Add($"{problem.File}:{problem.Line} {problem.Element}: {problem.Message}");
        if (result.Model is not null) byFile[Path.GetFileName(file)] = result.Model;
    }
}
