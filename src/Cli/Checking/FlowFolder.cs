using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Cli.Checking;

/// <summary>A flow on disk: a folder with one BPMN file and its tables and forms, or a BPMN file by itself.</summary>
/// <param name="Path">Shown in front of each problem's file.</param>
internal sealed record FlowFolder(string Path, IReadOnlyDictionary<string, string> Files)
{
    public string Key => System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(Path));

    /// <summary>All flows at or below a path.</summary>
    public static IEnumerable<FlowFolder> Find(string path)
    {
        if (File.Exists(path))
        {
            yield return new FlowFolder(System.IO.Path.GetDirectoryName(path) ?? ".", new Dictionary<string, string>(StringComparer.Ordinal) { [System.IO.Path.GetFileName(path)] = File.ReadAllText(path) });
            yield break;
        }

        foreach (var folder in Directory.EnumerateDirectories(path, "*", SearchOption.AllDirectories).Prepend(path).Order(StringComparer.Ordinal))
            if (Read(folder) is { Files.Count: > 0 } flow)
                yield return flow;
    }

    /// <summary>What lies directly in a folder.</summary>
    public static FlowFolder Read(string folder) =>
        new(folder, Directory.EnumerateFiles(folder).Where(BelongsToFlow).ToDictionary(file => System.IO.Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal));

    public FlowReadResult Read(IReadOnlyDictionary<string, FlowPackage> callable) => FlowReader.Read(new FlowRef(Key, 0), Files, callable);

    private static bool BelongsToFlow(string file) =>
        file.EndsWith(".bpmn", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".bpmn20.xml", StringComparison.OrdinalIgnoreCase)
        || file.EndsWith(".dmn", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".form.json", StringComparison.OrdinalIgnoreCase);
}
