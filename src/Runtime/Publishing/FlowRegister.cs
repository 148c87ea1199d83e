using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Publishing;

/// <summary>
/// Flows: drafts, publication, versions. Publication runs every check and changes nothing when one fails. A published version never changes;
/// cases keep the one they started with. Writing takes the role <see cref="Roles.Admin"/>.
/// </summary>
public sealed class FlowRegister
{
    private readonly Database _database;
    private readonly Publisher _publisher;
    private readonly Drafts _drafts;

    internal FlowRegister(Database database, Publisher publisher, Drafts drafts)
    {
        _database = database;
        _publisher = publisher;
        _drafts = drafts;
    }

    /// <summary>Every flow of the tenant, drafts that were never published last.</summary>
    public async Task<IReadOnlyList<FlowRow>> ListAsync(Reader reader, CancellationToken cancel = default)
    {
        await using var context = _database.Open(ReadScope.Whole(reader.Tenant));
        var flows = await context.Flows.AsNoTracking().OrderBy(flow => flow.Order).ThenBy(flow => flow.Key).ToListAsync(cancel);
        var published = await context.FlowVersions.GroupBy(row => row.Key).Select(rows => new { rows.Key, At = rows.Max(row => row.PublishedAt) }).ToDictionaryAsync(row => row.Key, row => row.At, cancel);
        var drafts = await context.FlowDrafts.Select(draft => draft.Key).ToHashSetAsync(cancel);
        var open = await context.Cases.Where(row => row.Status == CaseStatus.Active).GroupBy(row => row.FlowKey)
            .Select(rows => new { rows.Key, Count = rows.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        var rows = flows.Select(flow => new FlowRow(
            flow.Key, new LocalText(flow.Name, flow.NameEnglish), flow.Kind, flow.LatestVersion, published.GetValueOrDefault(flow.Key),
            drafts.Remove(flow.Key), open.GetValueOrDefault(flow.Key))).ToList();
        return [.. rows, .. drafts.Order(StringComparer.Ordinal).Select(key => new FlowRow(key, new LocalText(key), null, 0, null, true, 0))];
    }

    /// <summary>The draft, or the newest version's files when there is no draft. Null: no such flow.</summary>
    public async Task<FlowFiles?> OpenAsync(Reader reader, string flowKey, int? version = null, CancellationToken cancel = default)
    {
        await using var context = _database.Open(ReadScope.Whole(reader.Tenant));
        if (version is null && await context.FlowDrafts.AsNoTracking().SingleOrDefaultAsync(row => row.Key == flowKey, cancel) is { } draft)
        {
            var latest = await context.Flows.Where(flow => flow.Key == flowKey).Select(flow => flow.LatestVersion).SingleOrDefaultAsync(cancel);
            return new FlowFiles(flowKey, latest, true, draft.Stamp, FlowText.Read(draft.Files));
        }

        var row = await context.FlowVersions.AsNoTracking().Where(row => row.Key == flowKey && (version == null || row.Version == version))
            .OrderByDescending(row => row.Version).FirstOrDefaultAsync(cancel);
        return row is null ? null : new FlowFiles(flowKey, row.Version, false, null, FlowText.Read(row.Files));
    }

    /// <summary>Saves a draft; not saved when someone else saved since <paramref name="basedOn"/> (null: based on no draft).</summary>
    public Task<SaveOutcome> SaveDraftAsync(Reader reader, string flowKey, IReadOnlyDictionary<string, string> files, string? basedOn, CancellationToken cancel = default)
    {
        Demand(reader);
        return _drafts.SaveAsync(reader, flowKey, files, basedOn, cancel);
    }

    /// <summary>Throws the draft away; true when there was one.</summary>
    public async Task<bool> DiscardDraftAsync(Reader reader, string flowKey, CancellationToken cancel = default)
    {
        Demand(reader);
        await using var context = _database.Open(ReadScope.Whole(reader.Tenant));
        return await context.FlowDrafts.Where(row => row.Key == flowKey).ExecuteDeleteAsync(cancel) > 0;
    }

    /// <summary>The publication checks, without saving.</summary>
    public async Task<IReadOnlyList<Problem>> CheckAsync(Reader reader, string flowKey, IReadOnlyDictionary<string, string> files, CancellationToken cancel = default) =>
        (await _publisher.ReadAsync(reader.Tenant, new FlowRef(flowKey, 0), files, cancel)).Problems;

    /// <summary>Publishes the files as the flow's next version and drops its draft.</summary>
    public Task<PublishOutcome> PublishAsync(Reader reader, string flowKey, IReadOnlyDictionary<string, string> files, string note, CancellationToken cancel = default)
    {
        Demand(reader);
        return _publisher.PublishAsync(reader.Tenant, reader.UserId, flowKey, files, note, cancel);
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<VersionRow>> VersionsAsync(Reader reader, string flowKey, CancellationToken cancel = default)
    {
        await using var context = _database.Open(ReadScope.Whole(reader.Tenant));
        var open = await context.Cases.Where(row => row.FlowKey == flowKey && row.Status == CaseStatus.Active).GroupBy(row => row.FlowVersion)
            .Select(rows => new { rows.Key, Count = rows.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        var versions = await context.FlowVersions.Where(row => row.Key == flowKey).OrderByDescending(row => row.Version)
            .Select(row => new { row.Version, row.PublishedAt, row.PublishedBy, row.Note, row.Sha256, row.Files }).ToListAsync(cancel);
        var names = await context.Users.Where(user => user.Tenant == reader.Tenant).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);
        return [.. versions.Select(row => new VersionRow(
            row.Version, row.PublishedAt, names.GetValueOrDefault(row.PublishedBy, row.PublishedBy), row.Note, row.Sha256, open.GetValueOrDefault(row.Version), CallTargets.VersionTagIn(FlowText.Read(row.Files))))];
    }

    private static void Demand(Reader reader)
    {
        if (!reader.Is(Roles.Admin)) throw new UnauthorizedAccessException($"Expected the role {Roles.Admin} for changing flows, but {reader.UserId} does not have it.");
    }
}
