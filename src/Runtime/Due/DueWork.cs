using CaseFlow.Engine;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Watching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Due;

/// <summary>
/// Sends a case the command whose time has come. The command's own commit removes the row or moves it to its next time;
/// a row whose case no longer waits for it is removed here.
/// </summary>
internal sealed partial class DueWork(Database database, CaseRunner runner, FaultPoints points, ILogger<DueWork> logger)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <param name="rows">Claimed rows of one case.</param>
    public async Task DoAsync(IEnumerable<DueRecord> rows, CancellationToken cancel)
    {
        foreach (var row in rows.OrderBy(row => row.DueAt)) await SendAsync(row, cancel);
    }

    private async Task SendAsync(DueRecord row, CancellationToken cancel)
    {
        points.Reached(FaultPoints.BeforeDueCommand);
        var result = await runner.AdvanceAsync(row.CaseId, CommandOf(row), cancel);
        points.Reached(FaultPoints.AfterDueCommand);
        switch (result)
        {
            case Ran:
                Meters.Late(runner.Now - row.DueAt);
                return;
            case NotRun { Code: "not-found" or "case-closed" or "timer-not-open" or "mark-not-due" }:
                await ForgetAsync(row, cancel);
                return;
            case NotRun failed:
                LogPostponed(row.CaseId, row.Key, row.Attempts, failed.Message);
                await PostponeAsync(row, cancel);
                return;
        }
    }

    private static Command CommandOf(DueRecord row) => row.Kind switch
    {
        DueKind.Timer => new FireTimer(Actor.System, row.Key),
        DueKind.Continue => new Continue(Actor.System, row.Key),
        _ => new MarkClock(Actor.System, row.Key, row.Mark ?? ClockMark.Breach),
    };

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
        await Same(context, row).ExecuteUpdateAsync(set => set.SetProperty(due => due.VisibleAt, until), cancel);
    }

    private static IQueryable<DueRecord> Same(CaseFlowDbContext context, DueRecord row) => context.DueRows.IgnoreQueryFilters()
        .Where(due => due.CaseId == row.CaseId && due.Key == row.Key && due.Kind == row.Kind && due.DueAt == row.DueAt && due.VisibleAt == row.VisibleAt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Due row {Key} of case {CaseId} is put off after attempt {Attempt}: {Why}")]
    private partial void LogPostponed(Guid caseId, long key, int attempt, string why);
}
