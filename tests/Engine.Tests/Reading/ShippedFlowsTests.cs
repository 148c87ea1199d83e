using System.Collections.Immutable;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Tests.Reading;

public sealed class ShippedFlowsTests
{
    public static TheoryData<string> Flows => [.. Folders().Select(folder => Path.GetFileName(folder))];

    [Theory]
    [MemberData(nameof(Flows))]
    public void Every_flow_that_ships_can_be_published(string flow)
    {
        var published = new Dictionary<string, FlowPackage>(StringComparer.Ordinal);
        foreach (var other in Folders().Where(folder => Path.GetFileName(folder) != flow))
            if (Read(other, published).Package is { } package)
                foreach (var process in package.Processes.Keys)
                    published[process] = package;
        var result = Read(Folders().First(folder => Path.GetFileName(folder) == flow), published);
        Assert.Empty(result.Problems.Select(problem => $"{problem.File}:{problem.Line} {problem.Severity} {problem.Rule} {problem.ElementId}: {problem.Message}"));
    }

    private static IEnumerable<string> Folders() =>
        Directory.EnumerateDirectories(Path.Combine(Root(), "workflows")).Where(folder => Directory.EnumerateFiles(folder, "*.bpmn").Any()).Order(StringComparer.Ordinal);

    private static FlowReadResult Read(string folder, IReadOnlyDictionary<string, FlowPackage> callable) => FlowReader.Read(
        new FlowRef(Path.GetFileName(folder), 1), Directory.EnumerateFiles(folder).ToImmutableDictionary(file => Path.GetFileName(file), File.ReadAllText), callable);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CaseFlow.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
