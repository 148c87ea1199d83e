using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Publishing;

/// <summary>Checks a flow's files and makes them a version.</summary>
internal sealed class Publisher(Database database, FlowLibrary library, CalendarLibrary calendars, Worlds worlds, UnitDirectory directory, TimeProvider time)
{
    /// <summary>Reads the files against what is published now: callable flows, teams, units, calendars.</summary>
    public async Task<FlowReadResult> ReadAsync(string tenant, FlowRef flow, IReadOnlyDictionary<string, string> files, CancellationToken cancel)
    {
        var read = ActivityCheck.AddTo(FlowReader.Read(flow, files, await CallableAsync(tenant, flow.Key, files, cancel)), files);
        var surroundings = new Surroundings(await directory.TreeAsync(tenant, cancel), (await calendars.OfAsync(tenant, cancel)).Ids);
        return read with { Problems = [.. read.Problems, .. SurroundingsCheck.Run(files, surroundings)] };
    }

    /// <summary>The next version of the flow, unless a check fails or somebody else publishes it at the same moment.</summary>
    public async Task<PublishOutcome> PublishAsync(
        string tenant, string publishedBy, string flowKey, IReadOnlyDictionary<string, string> files, string note, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        var flow = await context.Flows.SingleOrDefaultAsync(row => row.Key == flowKey, cancel);
        var next = new FlowRef(flowKey, (flow?.LatestVersion ?? 0) + 1);
        var (package, problems) = await ReadAsync(tenant, next, files, cancel);
        if (package is null) return new PublishOutcome(null, problems);
        context.FlowVersions.Add(await VersionAsync(tenant, next, publishedBy, files, note, cancel));
        if (flow is null) context.Flows.Add(NewFlow(tenant, package));
        else Change(flow, package);
        await context.FlowDrafts.Where(row => row.Key == flowKey).ForEachAsync(draft => context.FlowDrafts.Remove(draft), cancel);
        await FlowStarts.ReplaceAsync(context, tenant, package, await worlds.OfAsync(tenant, cancel), time.GetUtcNow(), cancel);
        try
        {
            await context.SaveChangesAsync(cancel);
            library.Forget(tenant, flowKey);
            return new PublishOutcome(next.Version, problems);
        }
        catch (DbUpdateException) when (VersionExists(tenant, next))
        {
            return new PublishOutcome(null, [new Problem(ProblemSeverity.Error, "published-meanwhile", $"Expected {next} to be free, but somebody else has just published it.", "flow.bpmn", 0, null)]);
        }
    }

    private async Task<FlowVersionRecord> VersionAsync(
        string tenant, FlowRef flow, string publishedBy, IReadOnlyDictionary<string, string> files, string note, CancellationToken cancel)
    {
        var callable = await CallableAsync(tenant, flow.Key, files, cancel);
        var text = FlowText.Write(files, callable.ToDictionary(pin => pin.Key, pin => pin.Value.Ref));
        return new FlowVersionRecord
        {
            Tenant = tenant,
            Key = flow.Key,
            Version = flow.Version,
            Files = text,
            Sha256 = FlowText.Sha256(text),
            PublishedBy = publishedBy,
            PublishedAt = time.GetUtcNow(),
            Note = note,
        };
    }

    /// <summary>What the files call of other flows: the newest version, or the newest with the version tag that is asked for.</summary>
    private async Task<Dictionary<string, FlowPackage>> CallableAsync(string tenant, string flowKey, IReadOnlyDictionary<string, string> files, CancellationToken cancel)
    {
        var found = new Dictionary<string, FlowPackage>(StringComparer.Ordinal);
        var called = CallTargets.In(files);
        if (called.Count == 0) return found;
        await using var context = database.Open(ReadScope.Whole(tenant));
        var flows = await context.Flows.OrderBy(row => row.Key).Select(row => new FlowRef(row.Key, row.LatestVersion)).ToListAsync(cancel);
        foreach (var newest in flows.Select(flow => library.Package(tenant, flow)))
            foreach (var target in called.Where(target => target.Process == newest.MainProcess && (target.VersionTag is not null || newest.Ref.Key != flowKey)))
                if (target.VersionTag is null) found[target.Key] = newest;
                else if (Tagged(tenant, newest.Ref, target) is { } tagged) found[target.Key] = tagged;
        return found;
    }

    private FlowPackage? Tagged(string tenant, FlowRef newest, CallTarget target)
    {
        for (var version = newest.Version; version > 0; version--)
            if (library.Package(tenant, newest with { Version = version }) is { } package && package.VersionTag == target.VersionTag && package.MainProcess == target.Process)
                return package;
        return null;
    }

    private bool VersionExists(string tenant, FlowRef flow)
    {
        using var context = database.Open(ReadScope.Whole(tenant));
        return context.FlowVersions.Any(row => row.Key == flow.Key && row.Version == flow.Version);
    }

    private static FlowRecord NewFlow(string tenant, FlowPackage package)
    {
        var flow = new FlowRecord { Tenant = tenant, Key = package.Ref.Key, Name = "", Public = false, Order = 0, LatestVersion = 0 };
        Change(flow, package);
        return flow;
    }

    private static void Change(FlowRecord flow, FlowPackage package)
    {
        flow.Name = package.Name.Text;
        flow.NameEnglish = package.Name.English;
        flow.Kind = package.Catalogue?.Kind;
        flow.Public = package.Catalogue?.Public ?? false;
        flow.Order = package.Catalogue?.Order ?? int.MaxValue;
        flow.LatestVersion = package.Ref.Version;
    }
}
