using System.Diagnostics;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using CaseFlow.Runtime.Watching;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Running;

/// <summary>
/// Runs a command on a case: load, advance, commit. When another node was faster: reload and advance again.
/// An incident is a result like any other; only a fault of ours ends in <c>case-stopped</c>.
/// </summary>
public sealed partial class CaseRunner
{
    private const int MostAttempts = 12;

    private readonly CaseStore _store;
    private readonly Worlds _worlds;
    private readonly UnitDirectory _units;
    private readonly CaseGate _gate;
    private readonly CommitSignals _signals;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    internal CaseRunner(CaseStore store, Worlds worlds, UnitDirectory units, CaseGate gate, CommitSignals signals, TimeProvider time, ILogger<CaseRunner> logger) =>
        (_store, _worlds, _units, _gate, _signals, _time, _logger) = (store, worlds, units, gate, signals, time, logger);

    /// <summary>The moment as the store keeps it: whole milliseconds, UTC.</summary>
    internal DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(_time.GetUtcNow().ToUnixTimeMilliseconds());

    public Task<RunResult> AdvanceAsync(Guid caseId, Command command, CancellationToken cancel = default) =>
        AdvanceAsync(caseId, command, [], cancel);

    /// <param name="extra">Rows to write with the step or not at all.</param>
    internal async Task<RunResult> AdvanceAsync(Guid caseId, Command command, IReadOnlyList<RowWrite> extra, CancellationToken cancel = default)
    {
        using var entered = await _gate.EnterAsync(caseId, cancel);
        return await GuardAsync(caseId, command, () => AdvanceLoopAsync(caseId, command, extra, cancel));
    }

    /// <summary>Starts a case. <c>duplicate</c>: its id, number, external id or message id is taken.</summary>
    internal async Task<RunResult> StartAsync(StartCase command, NewCase intake, IReadOnlyList<RowWrite> extra, CancellationToken cancel = default) =>
        await GuardAsync(command.CaseId, command, async () =>
        {
            var result = await TryAsync(command.Facts.Tenant, null, command, intake, extra, cancel);
            return result ?? new NotRun("duplicate", $"Expected a new case {command.Facts.Number}, but there is one with its id.");
        });

    private async Task<RunResult> AdvanceLoopAsync(Guid caseId, Command command, IReadOnlyList<RowWrite> extra, CancellationToken cancel)
    {
        long? rejectedAt = null;
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (attempt > 1) await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 10 * attempt)), _time, cancel);
            var loaded = await _store.LoadAsync(caseId, fresh: attempt > 0, cancel);
            if (loaded is null) return new NotRun("not-found", $"Expected a case {caseId}, but there is none.");
            var result = await TryAsync(loaded.State.Facts.Tenant, loaded, command, null, extra, cancel);
            if (result is Ran or NotRun { Code: "duplicate" }) return result;
            // A kept state may be behind another node's: "no" is only said on what the database holds.
            if (result is NotRun && (attempt > 0 || rejectedAt == loaded.State.Version)) return result;
            if (result is NotRun) rejectedAt = loaded.State.Version;
        }

        return new NotRun("busy", $"Expected to advance case {caseId} within {MostAttempts} attempts, but other commands came first each time.");
    }

    /// <returns>Null when somebody else advanced the case first.</returns>
    private async Task<RunResult?> TryAsync(
        string tenant, LoadedCase? loaded, Command command, NewCase? intake, IReadOnlyList<RowWrite> extra, CancellationToken cancel)
    {
        var (now, world) = (Now, await _worlds.OfAsync(tenant, cancel));
        switch (Advance(world, loaded, command, now))
        {
            case Rejected rejected:
                return new NotRun(rejected.Code, rejected.Message);
            case Advanced { Events.IsEmpty: true } advanced:
                return new Ran(advanced.State, []);
            case Advanced advanced:
                var units = await _units.TreeAsync(tenant, cancel);
                var step = new StepToStore(loaded, advanced, world.Flow(advanced.State.Flow), units, command.Actor, now, CommandNames.Of(command), intake, extra);
                return await CommitAsync(step, cancel);
            case var other:
                throw new InvalidOperationException($"Expected a step or a rejection, but found {other.GetType().Name}.");
        }
    }

    private async Task<RunResult?> CommitAsync(StepToStore step, CancellationToken cancel)
    {
        using var trace = Traces.Commit();
        var (commit, began) = (CommitBuilder.Build(step), Stopwatch.GetTimestamp());
        if (step.Before is { Archived: true }) await _store.BringBackAsync(step.CaseId, cancel);
        var result = await _store.CommitAsync(commit, step.After, cancel);
        Meters.Stored(result, step.Cause, step.Step.Events.Count(@event => @event is IncidentRaised), began);
        switch (result)
        {
            case CommitResult.Committed:
                _signals.Announce(step, commit);
                return new Ran(step.After, step.Step.Events);
            case CommitResult.Duplicate:
                return new NotRun("duplicate", $"Expected case {step.After.Facts.Number} and what came with it to be new, but it was taken already.");
            default:
                return null;
        }
    }

    private static StepResult Advance(IWorld world, LoadedCase? loaded, Command command, DateTimeOffset now)
    {
        using var trace = Traces.Advance();
        return Interpreter.Advance(world, loaded?.State, command, now);
    }

    private async Task<RunResult> GuardAsync(Guid caseId, Command command, Func<Task<RunResult>> run)
    {
        using var trace = Traces.Command(caseId, command);
        return Traces.Answered(trace, await GuardAsync(caseId, run));
    }

    private async Task<RunResult> GuardAsync(Guid caseId, Func<Task<RunResult>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception e) when (StorageFaults.IsUnavailable(e))
        {
            _store.Forget(caseId);
            LogUnavailable(caseId, e.Message);
            return new NotRun("storage-unavailable", e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _store.Forget(caseId);
            LogStopped(caseId, e);
            return new NotRun("case-stopped", $"Expected case {caseId} to advance, but the program failed: {e.Message}");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Case {CaseId} stopped: the program failed on one of its commands.")]
    private partial void LogStopped(Guid caseId, Exception e);

    [LoggerMessage(Level = LogLevel.Error, Message = "Case {CaseId} could not be stored: {Why}")]
    private partial void LogUnavailable(Guid caseId, string why);
}
