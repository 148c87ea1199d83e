using System.Runtime.CompilerServices;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Export;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Retention;

/// <summary>Finds archived cases whose time is over, batch by batch: their number may be anything.</summary>
internal sealed class ExpiredCases(Database database)
{
    /// <summary>Those that the rule counts for, the longest closed first; not those on hold or linked with a case that is still open.</summary>
    /// <param name="withEvents">False: only who they are.</param>
    public async IAsyncEnumerable<List<ExpiredCase>> ReadAsync(RetentionOptions options, RetentionRule rule, DateTimeOffset now, bool withEvents, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (rule.DeleteAfterYears is not { } years) yield break;
        foreach (var (tenant, kind) in await KindsAsync(rule, cancel))
        {
            var last = (At: DateTimeOffset.UnixEpoch, Id: Guid.Empty);
            while (await PageAsync(options, rule, tenant, kind, now.AddYears(-years), last, cancel) is { Count: > 0 } page)
            {
                last = (page[^1].ClosedAt, page[^1].Id);
                var free = await FreeAsync(tenant, [.. page.Where(row => options.For(row.Tenant, row.Kind, row.FlowKey) == rule)], cancel);
                if (free.Count > 0) yield return withEvents ? await ReadAsync(free, cancel) : free;
            }
        }
    }

    /// <summary>Tenants and kinds one by one, each of which an index answers in order. There are few, however many cases there are.</summary>
    private async Task<List<(string Tenant, string Kind)>> KindsAsync(RetentionRule rule, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        var cases = context.ArchivedCases.IgnoreQueryFilters();
        var found = new List<(string, string)>();
        for (var tenant = ""; await cases.Where(row => row.Tenant.CompareTo(tenant) > 0).OrderBy(row => row.Tenant).Select(row => row.Tenant).FirstOrDefaultAsync(cancel) is { } next;)
        {
            tenant = next;
            if ((rule.Tenant ?? tenant) != tenant) continue;
            for (var kind = ""; await cases.Where(row => row.Tenant == tenant && row.Kind.CompareTo(kind) > 0).OrderBy(row => row.Kind).Select(row => row.Kind).FirstOrDefaultAsync(cancel) is { } other;)
            {
                kind = other;
                if ((rule.Kind ?? kind) == kind) found.Add((tenant, kind));
            }
        }

        return found;
    }

    private async Task<List<ExpiredCase>> PageAsync(
        RetentionOptions options, RetentionRule rule, string tenant, string kind, DateTimeOffset before, (DateTimeOffset At, Guid Id) last, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        var (at, id) = last;
        var rows = context.ArchivedCases.AsNoTracking().IgnoreQueryFilters([ScopeFilters.Unit])
            .Where(row => row.Kind == kind && row.ClosedAt != null && row.ClosedAt < before && (row.ClosedAt > at || (row.ClosedAt == at && row.Id.CompareTo(id) > 0)));
        if (rule.Flow is { } flow) rows = rows.Where(row => row.FlowKey == flow);
        return await rows.OrderBy(row => row.ClosedAt).ThenBy(row => row.Id).Take(options.BatchSize).Select(row => new ExpiredCase
        {
            Id = row.Id,
            Tenant = row.Tenant,
            Number = row.Number,
            Kind = row.Kind,
            FlowKey = row.FlowKey,
            FlowVersion = row.FlowVersion,
            ClosedAt = row.ClosedAt!.Value,
            Version = row.Version,
            HeadHash = row.HeadHash,
        }).ToListAsync(cancel);
    }

    private async Task<List<ExpiredCase>> FreeAsync(string tenant, List<ExpiredCase> cases, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        var ids = cases.Select(row => row.Id).ToList();
        var kept = (await context.CaseHolds.Where(hold => ids.Contains(hold.CaseId)).Select(hold => hold.CaseId).ToListAsync(cancel)).ToHashSet();
        kept.UnionWith(await (from link in context.ArchivedCaseLinks
                              where ids.Contains(link.CaseId)
                              join other in context.Cases on link.OtherCaseId equals other.Id
                              where other.Status == CaseStatus.Active
                              select link.CaseId).ToListAsync(cancel));
        return [.. cases.Where(row => !kept.Contains(row.Id))];
    }

    private async Task<List<ExpiredCase>> ReadAsync(List<ExpiredCase> cases, CancellationToken cancel)
    {
        // Not by tenant: SQLite would go through the index of the tenant's events, all of them, rather than look up each case.
        await using var context = database.OpenUnscoped();
        var ids = cases.Select(row => row.Id).ToList();
        var events = (await new CaseTables(context, true).Events.IgnoreQueryFilters().Where(e => ids.Contains(e.CaseId)).OrderBy(e => e.CaseId).ThenBy(e => e.Sequence).ToListAsync(cancel)).ToLookup(e => e.CaseId);
        return [.. cases.Select(row => row with { Exported = new ExportedCase(row.Id, row.Number, new FlowRef(row.FlowKey, row.FlowVersion), row.Version, row.HeadHash, [.. events[row.Id]]) })];
    }
}
