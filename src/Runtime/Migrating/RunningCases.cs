using System.Runtime.CompilerServices;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Migrating;

/// <summary>The running cases of one flow version, page by page: their number may be anything, what is held in memory stays the same.</summary>
internal sealed class RunningCases(Database database)
{
    private const int PageSize = 200;

    /// <param name="withState">False: only who they are.</param>
    public async IAsyncEnumerable<RunningCase> ReadAsync(string tenant, FlowRef flow, bool withState, [EnumeratorCancellation] CancellationToken cancel)
    {
        Guid? after = null;
        while (true)
        {
            var page = await PageAsync(tenant, flow, after, withState, cancel);
            foreach (var found in page) yield return found;
            if (page.Count < PageSize) yield break;
            after = page[^1].CaseId;
        }
    }

    private async Task<List<RunningCase>> PageAsync(string tenant, FlowRef flow, Guid? after, bool withState, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        // Without the unit filter's range, which would win SQLite over to an index that doesn't give the order.
        var rows = context.Cases.AsNoTracking().IgnoreQueryFilters([ScopeFilters.Unit]).Where(row => row.FlowKey == flow.Key && row.FlowVersion == flow.Version && row.Status == CaseStatus.Active);
        if (after is { } last) rows = rows.Where(row => row.Id.CompareTo(last) > 0);
        rows = rows.OrderBy(row => row.Id).Take(PageSize);
        return withState
            ? await rows.Select(row => new RunningCase(row.Id, row.Number, row.Snapshot)).ToListAsync(cancel)
            : await rows.Select(row => new RunningCase(row.Id, row.Number, null)).ToListAsync(cancel);
    }
}

/// <param name="Snapshot">Null when it wasn't asked for.</param>
internal sealed record RunningCase(Guid CaseId, string Number, byte[]? Snapshot);
