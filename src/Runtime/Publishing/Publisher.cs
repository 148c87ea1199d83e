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

    /// <summary>Of the other flows' newest versions, those whose main process the files call.</summary>
    private async Task<Dictionary<string, FlowPackage>> CallableAsync(string tenant, string flowKey, IReadOnlyDictionary<string, string> files, CancellationToken cancel)
    {
        var called = CalledProcesses.In(files);
        called.ExceptWith(CalledProcesses.DefinedIn(files));
        if (called.Count == 0) return [];
        await using var context = database.Open(ReadScope.Whole(tenant));
        var flows = await context.Flows.Where(row => row.Key != flowKey).Select(row => new { row.Key, row.LatestVersion }).ToListAsync(cancel);
        return flows.Select(row => library.Package(tenant, new FlowRef(row.Key, row.LatestVersion)))
            .Where(package => called.Contains(package.MainProcess))
            .ToDictionary(package => package.MainProcess, StringComparer.Ordinal);
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
