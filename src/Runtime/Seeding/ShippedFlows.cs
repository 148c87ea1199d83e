using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Seeding;

/// <summary>Publishes the flows that ship, each when it is new or has changed; a flow of which a person published a version is theirs from then on.</summary>
internal sealed class ShippedFlows(Database database, Publisher publisher)
{
    /// <summary>Whoever publishes what ships.</summary>
    public const string PublishedBy = "caseflow";

    /// <summary>What was tried, in order; flows that stand as they ship are not in it.</summary>
    public async Task<IReadOnlyList<(string Flow, PublishOutcome Outcome)>> PublishAsync(string tenant, string workflows, CancellationToken cancel)
    {
        var outcomes = new List<(string, PublishOutcome)>();
        var renewed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, files) in CalledFirst(await ReadAsync(workflows, cancel)))
        {
            var callsRenewed = CalledProcesses.In(files).Overlaps(renewed);
            if (!await IsDueAsync(tenant, key, files, callsRenewed, cancel)) continue;
            var outcome = await publisher.PublishAsync(tenant, PublishedBy, key, files, "", cancel);
            if (outcome.Version is not null) renewed.UnionWith(CalledProcesses.DefinedIn(files));
            outcomes.Add((key, outcome));
        }

        return outcomes;
    }

    private async Task<bool> IsDueAsync(string tenant, string key, Dictionary<string, string> files, bool callsRenewed, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        var newest = await context.FlowVersions.AsNoTracking().Where(row => row.Key == key).OrderByDescending(row => row.Version).FirstOrDefaultAsync(cancel);
        if (newest is null) return true;
        if (newest.PublishedBy != PublishedBy) return false;
        return callsRenewed || FlowText.Write(FlowText.Read(newest.Files), FlowText.NoPins) != FlowText.Write(files, FlowText.NoPins);
    }

    /// <summary>A flow after those it calls; of flows that call each other in a ring, in the order of their keys.</summary>
    private static IEnumerable<(string Key, Dictionary<string, string> Files)> CalledFirst(SortedDictionary<string, Dictionary<string, string>> flows)
    {
        var waiting = flows.Select(flow => (flow.Key, Files: flow.Value)).ToList();
        while (waiting.Count > 0)
        {
            var missing = waiting.SelectMany(flow => CalledProcesses.DefinedIn(flow.Files)).ToHashSet(StringComparer.Ordinal);
            var free = waiting.FindIndex(flow => !CalledProcesses.In(flow.Files).Except(CalledProcesses.DefinedIn(flow.Files)).Any(missing.Contains));
            var next = waiting[Math.Max(free, 0)];
            waiting.Remove(next);
            yield return next;
        }
    }

    private static async Task<SortedDictionary<string, Dictionary<string, string>>> ReadAsync(string workflows, CancellationToken cancel)
    {
        var flows = new SortedDictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var folder in System.IO.Directory.EnumerateDirectories(workflows))
        {
            if (!System.IO.Directory.EnumerateFiles(folder, "*.bpmn").Any()) continue;
            var files = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var file in System.IO.Directory.EnumerateFiles(folder).Where(IsOfFlow)) files[Path.GetFileName(file)] = await File.ReadAllTextAsync(file, cancel);
            flows[Path.GetFileName(folder)] = files;
        }

        return flows;
    }

    private static bool IsOfFlow(string file) =>
        file.EndsWith(".bpmn", StringComparison.Ordinal) || file.EndsWith(".dmn", StringComparison.Ordinal) || file.EndsWith(".form.json", StringComparison.Ordinal) || file.EndsWith(".md", StringComparison.Ordinal);
}
