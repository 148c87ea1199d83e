using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Recomputing;

/// <summary>Cases that have open clocks, page by page, and what happened to their clocks.</summary>
internal sealed class ClockedCases(Database database)
{
    public async Task<int> CountAsync(RecomputationRecord job, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(job.Tenant));
        return await Of(context, job).CountAsync(cancel);
    }

    /// <summary>The next cases after the job's cursor.</summary>
    public async Task<List<Guid>> PageAsync(RecomputationRecord job, int size, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(job.Tenant));
        var cases = Of(context, job);
        if (job.Cursor is { } last) cases = cases.Where(caseId => caseId.CompareTo(last) > 0);
        return await cases.OrderBy(caseId => caseId).Take(size).ToListAsync(cancel);
    }

    /// <summary>The version is read first: when it still holds, the past is whole.</summary>
    public async Task<ClockedCase?> FindAsync(string tenant, Guid caseId, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        var version = await context.Cases.Where(row => row.Id == caseId).Select(row => (long?)row.Version).SingleOrDefaultAsync(cancel);
        if (version is null) return null;
        var events = await context.CaseEvents.AsNoTracking().Where(row => row.CaseId == caseId && (row.Type == "clock-started" || row.Type == "clock-changed"))
            .OrderBy(row => row.Sequence).Select(row => new { row.At, row.Type, row.Payload, row.Cause }).ToListAsync(cancel);
        return new ClockedCase(version.Value, [.. events.Select(row => new PastOfClock(new PastClockEvent(row.At, EventJson.Read(row.Type, row.Payload)), row.Cause))]);
    }

    private static IQueryable<Guid> Of(CaseFlowDbContext context, RecomputationRecord job)
    {
        var clocks = context.Clocks.Where(clock => clock.StoppedAt == null);
        if (job.FlowKey is { } flow) clocks = clocks.Where(clock => clock.FlowKey == flow);
        return clocks.Select(clock => clock.CaseId).Distinct();
    }
}

internal sealed record ClockedCase(long Version, IReadOnlyList<PastOfClock> Past);

/// <param name="Cause">The command that brought it about.</param>
internal sealed record PastOfClock(PastClockEvent Event, string Cause);
