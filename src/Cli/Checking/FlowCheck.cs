using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Cli.Checking;

/// <summary>Checks flows that may call each other: a flow is read again once the flows it calls are known.</summary>
internal sealed class FlowCheck(IReadOnlyList<FlowFolder> flows)
{
    private readonly Dictionary<FlowFolder, FlowReadResult> _read = [];

    /// <summary>The flows that could be read, once they were checked.</summary>
    public IEnumerable<FlowPackage> Packages => _read.Values.Select(result => result.Package).OfType<FlowPackage>();

    public IReadOnlyList<(FlowFolder Flow, Problem Problem)> Run()
    {
        var callable = new Dictionary<string, FlowPackage>(StringComparer.Ordinal);
        while (ReadMore(callable))
        {
        }

        foreach (var flow in flows) _read[flow] = flow.Read(callable);
        return [.. flows.SelectMany(flow => _read[flow].Problems.Select(problem => (flow, problem)))];
    }

    /// <summary>A checked flow; null: it can't be read.</summary>
    public FlowPackage? Package(FlowFolder flow) => _read[flow].Package;

    /// <summary>True when a flow could be read that could not before.</summary>
    private bool ReadMore(Dictionary<string, FlowPackage> callable)
    {
        var before = callable.Count;
        foreach (var flow in flows)
            if (flow.Read(callable).Package is { } package)
                foreach (var process in package.Processes.Keys)
                {
                    callable.TryAdd(process, package);
                    if (package.VersionTag is { } tag) callable.TryAdd(new CallTarget(process, tag).Key, package);
                }

        return callable.Count > before;
    }
}
