using CaseFlow.Engine.Model;

namespace CaseFlow.Cli.Checking;

/// <summary>Checks flows that may call each other: a flow is read again once the flows it calls are known.</summary>
internal sealed class FlowCheck(IReadOnlyList<FlowFolder> flows)
{
    public IReadOnlyList<(FlowFolder Flow, Problem Problem)> Run()
    {
        var callable = new Dictionary<string, FlowPackage>(StringComparer.Ordinal);
        while (ReadMore(callable))
        {
        }

        return [.. flows.SelectMany(flow => flow.Read(callable).Problems.Select(problem => (flow, problem)))];
    }

    /// <summary>True when a flow could be read that could not before.</summary>
    private bool ReadMore(Dictionary<string, FlowPackage> callable)
    {
        var before = callable.Count;
        foreach (var flow in flows)
            if (flow.Read(callable).Package is { } package)
                foreach (var process in package.Processes.Keys)
                    callable.TryAdd(process, package);
        return callable.Count > before;
    }
}
