using CaseFlow.Engine;
using CaseFlow.Engine.Commands;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Due;

/// <summary>
/// Sends each case the command whose time has come. The command's own commit removes the row or moves it to its next time;
/// a row whose case no longer waits for it is removed here.
/// </summary>
internal sealed partial class DueSweep(Leases leases, Database database, CaseRunner runner, CaseStore store, DueSignal signal, DueOptions options, FaultPoints points, ILogger<DueSweep> logger)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Works off what is due now, batch after batch, and tells the signal when to look next.</summary>
    /// <returns>How many rows were worked on.</returns>
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var count = 0;
        while (true)
        {
            var rows = await leases.ClaimDueAsync(runner.Now, options.LeaseTime, options.BatchSize, cancel);
            if (rows.Count > 0) points.Reached(FaultPoints.DueClaimed);
            // A case's rows stay together: two commands of one case at once would only conflict.
            var cases = rows.GroupBy(row => row.CaseId);
            await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = options.AtOnce, CancellationToken = cancel }, async (of, _) =>
            {
                foreach (var row in of.OrderBy(row => row.DueAt)) await SendAsync(row, cancel);
            });
            count += rows.Count;
            if (rows.Count < options.BatchSize) break;
        }

        await LookAheadAsync(cancel);
        return count;
    }

    private async Task SendAsync(DueRecord row, CancellationToken cancel)
    {
        if (await CommandOfAsync(row, cancel) is not { } command)
        {
            await ForgetAsync(row, cancel);
            return;
        }

        points.Reached(FaultPoints.BeforeDueCommand);
        var result = await runner.AdvanceAsync(row.CaseId, command, cancel);
        points.Reached(FaultPoints.AfterDueCommand);
        switch (result)
        {
            case Ran:
                return;
            case NotRun { Code: "busy" or "storage-unavailable" or "case-stopped" or "timer-not-due" } failed:
                LogPostponed(row.CaseId, row.Key, row.Attempts, failed.Message);
                await PostponeAsync(row, cancel);
                return;
            default:
                await ForgetAsync(row, cancel);
                return;
        }
    }

    /// <summary>Null when the case does not wait for it any more, or waits until later.</summary>
    private async Task<Command?> CommandOfAsync(DueRecord row, CancellationToken cancel)
    {
        if (row.Kind is DueKind.Timer) return new FireTimer(Actor.System, row.Key);
        if (row.Kind is DueKind.Continue) return new Continue(Actor.System, row.Key);
        var loaded = await store.LoadAsync(row.CaseId, fresh: true, cancel);
        var clock = loaded?.State.Clocks.GetValueOrDefault(row.Key);
        return clock is { NextMark: { } mark } && clock.NextMarkAt <= runner.Now ? new MarkClock(Actor.System, row.Key, mark) : null;
    }

    /// <summary>Only the row as it was claimed: a commit meanwhile may have given it a new time.</summary>
    private async Task ForgetAsync(DueRecord row, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        await Same(context, row).ExecuteDeleteAsync(cancel);
    }

    private async Task PostponeAsync(DueRecord row, CancellationToken cancel)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(row.Attempts, 12)), LongestPause.TotalSeconds));
        var until = runner.Now + pause;
        await using var context = database.OpenUnscoped();
        await Same(context, row).ExecuteUpdateAsync(set => set.SetProperty(due => due.LeaseUntil, until), cancel);
    }

    private static IQueryable<DueRecord> Same(CaseFlowDbContext context, DueRecord row) =>
        context.DueRows.Where(due => due.CaseId == row.CaseId && due.Key == row.Key && due.Kind == row.Kind && due.DueAt == row.DueAt && due.LeaseUntil == row.LeaseUntil);

    private async Task LookAheadAsync(CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        var next = await context.DueRows.OrderBy(row => row.DueAt).Where(row => row.LeaseUntil == null).Select(row => (DateTimeOffset?)row.DueAt).FirstOrDefaultAsync(cancel);
        signal.LookAt(next ?? DateTimeOffset.MaxValue);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Due row {Key} of case {CaseId} is put off after attempt {Attempt}: {Why}")]
    private partial void LogPostponed(Guid caseId, long key, int attempt, string why);
}
