using System.Collections.Concurrent;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Publishing;

/// <summary>Published flow versions, each compiled once in this process and kept: a version never changes.</summary>
public sealed class FlowLibrary
{
    /// <summary>How long a version that another node published may wait for its first case here.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(string Tenant, FlowRef Flow), Lazy<FlowPackage>> _packages = new();
    private readonly ConcurrentDictionary<(string Tenant, FlowRef Flow), IReadOnlyList<FlowRef>> _called = new();
    private readonly FreshCache<(string Tenant, string Key), int> _newest;
    private readonly ConcurrentDictionary<string, (Dictionary<string, FlowRef> ByProcess, DateTimeOffset ReadAt)> _mains = new(StringComparer.Ordinal);
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal FlowLibrary(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
        _newest = new(Freshness, time, NewestAsync);
    }

    /// <summary>The flow's newest version; null when it was never published.</summary>
    public async ValueTask<FlowPackage?> NewestAsync(string tenant, string key, CancellationToken cancel = default)
    {
        var version = await _newest.OfAsync((tenant, key), cancel);
        return version == 0 ? null : Package(tenant, new FlowRef(key, version));
    }

    /// <summary>The newest version of the flow whose main process has that id; null: none has.</summary>
    internal FlowRef? NewestWith(string tenant, string process)
    {
        var now = _time.GetUtcNow();
        if (!_mains.TryGetValue(tenant, out var known) || now - known.ReadAt >= Freshness) _mains[tenant] = known = (Mains(tenant), now);
        return known.ByProcess.GetValueOrDefault(process);
    }

    /// <summary>To be called after a publication.</summary>
    internal void Forget(string tenant, string key)
    {
        _newest.Forget((tenant, key));
        _mains.TryRemove(tenant, out _);
    }

    /// <exception cref="KeyNotFoundException">No such published version.</exception>
    public FlowPackage Package(string tenant, FlowRef flow)
    {
        var held = _packages.GetOrAdd((tenant, flow), key => new Lazy<FlowPackage>(() => Compile(key.Tenant, key.Flow)));
        try
        {
            return held.Value;
        }
        catch
        {
            // A Lazy keeps its exception; the version may be published, or the database back, a moment later.
            _packages.TryRemove(new((tenant, flow), held));
            throw;
        }
    }

    /// <summary>The flow versions that its call activities mean.</summary>
    public IReadOnlyList<FlowPackage> Called(string tenant, FlowRef flow) =>
        [.. _called.GetOrAdd((tenant, flow), key => [.. FlowText.ReadPins(Row(key.Tenant, key.Flow).Files).Values.Distinct()]).Select(called => Package(tenant, called))];

    /// <summary>The flow's BPMN as published, for its diagram.</summary>
    public string Bpmn(string tenant, FlowRef flow) =>
        FlowText.Read(Row(tenant, flow).Files).FirstOrDefault(file => file.Key.EndsWith(".bpmn", StringComparison.OrdinalIgnoreCase)).Value ?? "";

    /// <summary>0: never published.</summary>
    private async Task<int> NewestAsync((string Tenant, string Key) flow)
    {
        await using var context = _database.Open(ReadScope.Whole(flow.Tenant));
        return await context.Flows.Where(row => row.Key == flow.Key).Select(row => row.LatestVersion).SingleOrDefaultAsync();
    }

    private Dictionary<string, FlowRef> Mains(string tenant)
    {
        using var context = _database.Open(ReadScope.Whole(tenant));
        var newest = context.Flows.OrderBy(row => row.Key).Select(row => new { row.Key, row.LatestVersion }).ToList();
        return newest.Select(row => Package(tenant, new FlowRef(row.Key, row.LatestVersion))).GroupBy(package => package.MainProcess, StringComparer.Ordinal)
            .ToDictionary(packages => packages.Key, packages => packages.First().Ref, StringComparer.Ordinal);
    }

    private FlowPackage Compile(string tenant, FlowRef flow) => Compile(tenant, flow, Row(tenant, flow));

    private FlowVersionRecord Row(string tenant, FlowRef flow)
    {
        using var context = _database.Open(ReadScope.Whole(tenant));
        return context.FlowVersions.AsNoTracking().SingleOrDefault(version => version.Key == flow.Key && version.Version == flow.Version)
            ?? throw new KeyNotFoundException($"Expected a published flow {flow}, but there is none.");
    }

    private FlowPackage Compile(string tenant, FlowRef flow, FlowVersionRecord row)
    {
        var callable = FlowText.ReadPins(row.Files).ToDictionary(pin => pin.Key, pin => Package(tenant, pin.Value));
        var read = FlowReader.Read(flow, FlowText.Read(row.Files), callable, published: true);
        return read.Package ?? throw new InvalidOperationException(
            $"Expected the published flow {flow} to compile, but: {string.Join("; ", read.Problems.Select(problem => problem.Message))}");
    }
}
