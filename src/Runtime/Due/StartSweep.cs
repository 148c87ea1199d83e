using CaseFlow.Engine;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Due;

/// <summary>Opens the cases that timer start events ask for. Each firing opens one case, however many nodes look.</summary>
internal sealed partial class StartSweep(Leases leases, Database database, CaseOpener opener, CaseRunner runner, Worlds worlds, DueOptions options, FaultPoints points, ILogger<StartSweep> logger)
{
    private const int AtOnce = 50;

    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var rows = await leases.ClaimStartsAsync(runner.Now, options.LeaseTime, AtOnce, cancel);
        foreach (var row in rows) await TryAsync(row, cancel);
        return rows.Count;
    }

    /// <summary>One that fails must not keep the others from firing, sweep after sweep.</summary>
    private async Task TryAsync(FlowStartRecord row, CancellationToken cancel)
    {
        try
        {
            await FireAsync(row, cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            LogStopped(row.FlowKey, row.ElementId, e);
        }
    }

    private async Task FireAsync(FlowStartRecord row, CancellationToken cancel)
    {
        // The firing is the case's external id: a second node, or this one after a crash, opens nothing.
        var request = new OpenRequest(row.Tenant, row.FlowKey, Actor.System, FeelContext.Empty, "case")
        {
            Process = row.Process,
            StartElement = row.ElementId,
            Intake = new NewCase("timer", $"{row.FlowKey}@{row.FlowVersion}:{row.ElementId}:{row.BeganAt.ToUnixTimeMilliseconds()}:{row.Firing}"),
        };
        var result = await opener.OpenAsync(request, cancel);
        points.Reached(FaultPoints.StartOpened);
        switch (result)
        {
            case Ran or NotRun { Code: "duplicate" }:
                await MoveOnAsync(row, cancel);
                break;
            case NotRun failed:
                LogFailed(row.FlowKey, row.ElementId, failed.Message);
                break;
        }
    }

    /// <summary>After an outage the firings that were missed are skipped but the last: nobody wants yesterday's report ten times.</summary>
    private async Task MoveOnAsync(FlowStartRecord row, CancellationToken cancel)
    {
        var world = await worlds.OfAsync(row.Tenant, cancel);
        var package = world.Flow(new FlowRef(row.FlowKey, row.FlowVersion));
        var timer = package.Starts.First(start => start.ElementId == row.ElementId).Timer!;
        var firing = LastPast(n => StartTimers.Firing(timer, world, row.BeganAt, n), row.Firing + 1);
        var next = StartTimers.Firing(timer, world, row.BeganAt, firing);
        await using var context = database.Open(ReadScope.Whole(row.Tenant));
        await context.FlowStarts.Where(start => start.FlowKey == row.FlowKey && start.ElementId == row.ElementId && start.Firing == row.Firing && start.BeganAt == row.BeganAt)
            .ExecuteUpdateAsync(
                set => set.SetProperty(start => start.Firing, firing).SetProperty(start => start.DueAt, next).SetProperty(start => start.LeaseUntil, (DateTimeOffset?)null), cancel);
    }

    /// <summary>The last firing from the given one on whose time is over; the given one when the next is still to come. A timer of seconds misses very many in a weekend.</summary>
    private long LastPast(Func<long, DateTimeOffset?> time, long firing)
    {
        if (!IsPast(firing + 1) || time(firing + 1) <= time(firing)) return firing;
        var step = 1L;
        for (firing++; IsPast(firing + step); step *= 2) firing += step;
        for (; step > 0; step /= 2)
            if (IsPast(firing + step))
                firing += step;
        return firing;

        bool IsPast(long n) => time(n) <= runner.Now;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Start timer {ElementId} of flow {FlowKey} stopped: the program failed.")]
    private partial void LogStopped(string flowKey, string elementId, Exception e);

    [LoggerMessage(Level = LogLevel.Error, Message = "Start timer {ElementId} of flow {FlowKey} opened no case: {Why}")]
    private partial void LogFailed(string flowKey, string elementId, string why);
}
