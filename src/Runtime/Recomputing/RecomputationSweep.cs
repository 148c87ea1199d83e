using System.Collections.Immutable;
using CaseFlow.Engine;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Runtime.Nodes;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage.Records;

namespace CaseFlow.Runtime.Recomputing;

/// <summary>
/// Works open clocks out anew, page by page, each case in a step of its own. What was done is told by the cases' events, so a page that
/// a node died in is gone through again and counts the same.
/// </summary>
internal sealed class RecomputationSweep(RecomputationQueue queue, ClockedCases cases, CalendarLibrary calendars, CaseRunner runner, NodeState node, FaultPoints points)
{
    private const int PageSize = 100;

    /// <summary>Cases at once: few, people's commands go first.</summary>
    private const int AtOnce = 4;

    /// <summary>A case that others keep advancing is given up after so many looks, and counted as failed.</summary>
    private const int MostLooks = 20;

    private static readonly string Cause = CommandNames.Of(new RecomputeClocks(Actor.System, "", null, [], 0));
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <returns>How many cases were looked at.</returns>
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var count = 0;
        while (!node.IsDraining && await queue.ClaimAsync(runner.Now, Lease, cancel) is { } job) count += await RunAsync(job, cancel);
        return count;
    }

    private async Task<int> RunAsync(RecomputationRecord job, CancellationToken cancel)
    {
        // What this node has read of the calendars may be older than the change.
        calendars.Forget(job.Tenant);
        job.CasesToSee ??= await cases.CountAsync(job, cancel);
        var count = 0;
        while (true)
        {
            var page = await cases.PageAsync(job, PageSize, cancel);
            var seen = new SeenCase[page.Count];
            await Parallel.ForAsync(0, page.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (at, _) =>
            {
                seen[at] = await CaseAsync(job, page[at], cancel);
                points.Reached(FaultPoints.ClocksRecomputed);
            });
            Tell(job, page, seen);
            count += page.Count;
            // A node that drains leaves the rest to the others, who need not wait for the end of its lease.
            var drains = node.IsDraining;
            if (!await queue.SaveAsync(job, runner.Now, drains ? TimeSpan.Zero : Lease, cancel) || job.FinishedAt is not null || drains) return count;
        }
    }

    private async Task<SeenCase> CaseAsync(RecomputationRecord job, Guid caseId, CancellationToken cancel)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            if (await cases.FindAsync(job.Tenant, caseId, cancel) is not { } found) return new SeenCase(0);
            var before = found.Past.Count(past => past.Cause == Cause && past.Event.At >= job.RequestedAt && past.Event.Event is ClockChanged changed && changed.Reason == job.Reason);
            switch (await runner.AdvanceAsync(caseId, Command(job, found), cancel))
            {
                case Ran ran:
                    return new SeenCase(before + ran.Events.Count(e => e is ClockChanged));
                case NotRun { Code: "case-moved-on" }:
                    continue;
                case NotRun { Code: "case-closed" or "not-found" }:
                    return new SeenCase(before);
                case NotRun { Code: "busy" or "storage-unavailable" } failed:
                    throw new InvalidOperationException(failed.Message);
                case NotRun refused:
                    return new SeenCase(before, refused.Message);
            }
        }

        return new SeenCase(0, $"Expected case {caseId} to stand still for a moment, but others advanced it each time.");
    }

    private static RecomputeClocks Command(RecomputationRecord job, ClockedCase found) => new(
        new Actor(job.ActorKind, job.ActorId), job.Reason, job.Concerned is { } concerned ? [.. concerned.Split(',')] : (ImmutableArray<string>?)null,
        [.. found.Past.Select(past => past.Event)], found.Version);

    private void Tell(RecomputationRecord job, List<Guid> page, SeenCase[] seen)
    {
        job.CasesSeen += page.Count;
        job.CasesChanged += seen.Count(one => one.Clocks > 0);
        job.ClocksChanged += seen.Sum(one => one.Clocks);
        job.CasesFailed += seen.Count(one => one.Problem is not null);
        job.LastError = seen.LastOrDefault(one => one.Problem is not null)?.Problem ?? job.LastError;
        if (page.Count > 0) job.Cursor = page[^1];
        if (page.Count < PageSize) job.FinishedAt = runner.Now;
    }

    /// <param name="Clocks">How many of its clocks have a new time by this change.</param>
    private sealed record SeenCase(int Clocks, string? Problem = null);
}
