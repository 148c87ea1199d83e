using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Queries;

/// <summary>For auditors and admins: events across cases, who read what, and whether the chain holds. Others get empty answers.</summary>
public sealed class AuditQueries
{
    private readonly Database _database;
    private readonly UnitDirectory _directory;
    private readonly FlowNames _names;
    private readonly ChainVerifier _verifier;

    internal AuditQueries(Database database, UnitDirectory directory, FlowNames names, ChainVerifier verifier) =>
        (_database, _directory, _names, _verifier) = (database, directory, names, verifier);

    /// <summary>Newest first. A page looks at so many events at most: it may hold few of those that fit, or none, and yet name a next one.</summary>
    public async Task<Page<AuditRow>> EventsAsync(Reader reader, AuditFilter filter, string? after = null, int size = 100, CancellationToken cancel = default)
    {
        if (!MayAudit(reader)) return new Page<AuditRow>([], null);
        await using var context = _database.Open(new ReadScope(reader.Tenant, reader.UnitPath));
        var caseId = filter.Number is { } number ? await IdAsync(context, number, cancel) : null;
        if (filter.Number is not null && caseId is null) return new Page<AuditRow>([], null);
        var rows = new List<EventOfCase>();
        var stretch = await FeedStretch.OfAsync(context, filter, Cursor.Read(after, 1) is [var text] && long.TryParse(text, out var position) ? position : null, cancel);
        foreach (var tables in CaseTables.Both(context))
            rows.AddRange(await Page(tables, Filter(tables.Events, filter, caseId), stretch).Take(size + 1).ToListAsync(cancel));
        rows.Sort((one, other) => other.Event.Position.CompareTo(one.Event.Position));
        var directory = await _directory.SnapshotAsync(reader.Tenant, cancel);
        var page = rows.Take(size).ToList();
        var found = page.Select(row => Row(row, directory)).ToList();
        if (rows.Count > size) return new Page<AuditRow>(found, Cursor.Write(page[^1].Event.Position));
        return new Page<AuditRow>(found, stretch.Began is null ? null : Cursor.Write(stretch.Floor)) { LookedBackTo = stretch.Began };
    }

    /// <summary>Newest first.</summary>
    public async Task<Page<ReadingRow>> ReadingsAsync(Reader reader, string? after = null, int size = 100, CancellationToken cancel = default)
    {
        if (!MayAudit(reader)) return new Page<ReadingRow>([], null);
        await using var context = _database.Open(ReadScope.Whole(reader.Tenant));
        var query = context.PersonReads.AsNoTracking();
        if (Cursor.Read(after, 2) is [var atText, var idText] && Cursor.Time(atText) is { } at && Guid.TryParse(idText, out var id))
            query = query.Where(row => row.At < at || (row.At == at && row.Id.CompareTo(id) < 0));
        var rows = await query.OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(size + 1).ToListAsync(cancel);
        var page = rows.Take(size).ToList();
        return new Page<ReadingRow>(
            [.. page.Select(row => new ReadingRow(row.At, row.ReaderName, row.CaseNumber ?? "", row.Purpose))], rows.Count > size ? Cursor.Write(page[^1].At, page[^1].Id) : null);
    }

    /// <summary>What people did that belongs to no case, newest first.</summary>
    public async Task<Page<ActRow>> ActsAsync(Reader reader, string? after = null, int size = 100, CancellationToken cancel = default)
    {
        if (!MayAudit(reader)) return new Page<ActRow>([], null);
        await using var context = _database.Open(ReadScope.Whole(reader.Tenant));
        var query = context.OfficeActs.AsNoTracking();
        if (Cursor.Read(after, 2) is [var atText, var idText] && Cursor.Time(atText) is { } at && Guid.TryParse(idText, out var id))
            query = query.Where(row => row.At < at || (row.At == at && row.Id.CompareTo(id) < 0));
        var rows = await query.OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(size + 1).ToListAsync(cancel);
        var directory = await _directory.SnapshotAsync(reader.Tenant, cancel);
        var page = rows.Take(size).ToList();
        return new Page<ActRow>(
            [.. page.Select(row => new ActRow(row.At, directory.NameOf(row.ActorId) ?? row.ActorId, row.Act, row.Subject, row.Reason))], rows.Count > size ? Cursor.Write(page[^1].At, page[^1].Id) : null);
    }

    /// <summary>Recomputes one case's chain. Null: no such case in scope.</summary>
    public async Task<ChainReport?> VerifyAsync(Reader reader, string number, CancellationToken cancel = default)
    {
        if (!MayAudit(reader)) return null;
        await using var context = _database.Open(new ReadScope(reader.Tenant, reader.UnitPath));
        foreach (var tables in CaseTables.Both(context))
        {
            if (await tables.Cases.Where(row => row.Number == number).Select(row => new { row.Id, row.HeadHash }).SingleOrDefaultAsync(cancel) is not { } found) continue;
            var report = await _verifier.VerifyCaseAsync(found.Id, cancel);
            return new ChainReport(number, report.Events, report.Faults.Count == 0 ? null : report.Faults[0].Sequence, Convert.ToHexStringLower(found.HeadHash));
        }

        return null;
    }

    private static bool MayAudit(Reader reader) => reader.Is(Roles.Auditor) || reader.Is(Roles.Admin);

    private static async Task<Guid?> IdAsync(CaseFlowDbContext context, string number, CancellationToken cancel)
    {
        foreach (var tables in CaseTables.Both(context))
            if (await tables.Cases.Where(row => row.Number == number).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancel) is { } id)
                return id;
        return null;
    }

    private static IQueryable<EventOfCase> Page(CaseTables tables, IQueryable<CaseEventRecord> events, FeedStretch stretch) =>
        from row in events
        where row.Position >= stretch.Floor && row.Position < stretch.Ceiling
        join of in tables.Cases on row.CaseId equals of.Id
        orderby row.Position descending
        select new EventOfCase(row, of.Number, of.FlowKey, of.FlowVersion);

    private static IQueryable<CaseEventRecord> Filter(IQueryable<CaseEventRecord> events, AuditFilter filter, Guid? caseId)
    {
        if (caseId is { } id) events = events.Where(row => row.CaseId == id);
        if (filter.ActorId is { } actor) events = events.Where(row => row.ActorId == actor);
        if (filter.Type is { } type) events = events.Where(row => row.Type == type);
        if (filter.From is { } from) events = events.Where(row => row.At >= from);
        if (filter.To is { } to) events = events.Where(row => row.At < to);
        return events;
    }

    private AuditRow Row(EventOfCase row, DirectorySnapshot directory)
    {
        var (stored, flow) = (row.Event, new FlowRef(row.FlowKey, row.FlowVersion));
        var @event = EventJson.Read(stored.Type, stored.Payload);
        return new AuditRow(
            row.Number, stored.Sequence, stored.At, stored.ActorKind.ToString(), Timeline.ActorName(directory, stored.ActorKind, stored.ActorId), stored.Cause, stored.Type,
            EventSubject.Of(@event, _names, stored.Tenant, flow), EventReason.Of(@event, directory));
    }

    private sealed record EventOfCase(CaseEventRecord Event, string Number, string FlowKey, int FlowVersion);
}
