using CaseFlow.Engine.Decisions;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Cli.Drive;

/// <summary>Reads a DMN file for a trial, and before it what it imports from files beside it.</summary>
internal static class DecisionFiles
{
    public static DecisionModel Read(string path) => Read(path, [], []);

    private static DecisionModel Read(string path, HashSet<string> reading, Dictionary<string, DecisionModel> known)
    {
        if (known.TryGetValue(Path.GetFullPath(path), out var read)) return read;
        var xml = File.ReadAllText(path);
        reading.Add(Path.GetFullPath(path));
        var imports = DmnReader.ImportedNamespaces(xml)
            .SelectMany(wanted => Beside(path).Where(file => (known.ContainsKey(file) || !reading.Contains(file)) && Declares(file, wanted)).Take(1))
            .Select(file => Read(file, reading, known))
            .ToList();
        var result = DmnReader.Read(xml, Path.GetFileName(path), imports);
        return known[Path.GetFullPath(path)] = result.Model ?? throw new DriveFault(string.Join(" ", result.Problems.Select(problem => $"{problem.File}:{problem.Line} {problem.Element}: {problem.Message}")));
    }

    private static IEnumerable<string> Beside(string path) =>
        Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(path))!, "*.dmn").Order(StringComparer.Ordinal);

    private static bool Declares(string file, string modelNamespace) =>
        DmnReader.Read(File.ReadAllText(file), Path.GetFileName(file)).Model?.Namespace == modelNamespace;
}
