using CaseFlow.Engine;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Cli.Drive;

/// <summary>The hand of the virtual clock: fires timers, clock marks and timer start events in the order they are due.</summary>
internal sealed class DriveTimers(DriveWorld world, DriveCases cases, Action<DateTimeOffset> setNow)
{
    /// <summary>A loop of timers that never ends must not hold the driver for ever.</summary>
    private const int MostFirings = 100_000;

    private readonly List<PendingStart> _starts = [];

    public void Watch(FlowPackage package, DateTimeOffset begin)
    {
        _starts.RemoveAll(pending => package.Processes.ContainsKey(pending.Start.Process));
        foreach (var start in package.Starts.Where(start => start.Timer is not null)) Plan(package, start, begin, 1);
    }

    /// <summary>Moves the clock to a moment. Returns the elements that fired, in due order.</summary>
    public IReadOnlyList<string> Advance(DateTimeOffset until)
    {
        var fired = new List<string>();
        while (Next() is { } next && next.At <= until)
        {
            if (fired.Count == MostFirings) throw new DriveFault($"Expected fewer than {MostFirings} firings, but timers go on firing at {next.At:O}.");
            setNow(next.At);
            if (Fires(next)) fired.Add(next.ElementId);
        }

        setNow(until);
        return fired;
    }

    /// <summary>A timer start whose process can't take its first steps opens no case; the clock goes on.</summary>
    private static bool Fires(Due due)
    {
        try
        {
            return due.Fire();
        }
        catch (DriveRejection)
        {
            return false;
        }
    }

    private Due? Next() =>
        Waiting().Concat(Marks()).Concat(_starts.Select(StartOf)).OrderBy(due => due.At).ThenBy(due => due.Order).FirstOrDefault();

    private IEnumerable<Due> Waiting() =>
        from target in Active
        from timer in target.State.Timers.Values
        select new Due(timer.DueAt, timer.Key, timer.ElementId, () =>
        {
            cases.Run(target, timer.IsContinuation ? new Continue(Actor.System, timer.Key) : new FireTimer(Actor.System, timer.Key));
            return !timer.IsContinuation;
        });

    private IEnumerable<Due> Marks() =>
        from target in Active
        from clock in target.State.Clocks.Values
        where clock is { NextMark: not null, NextMarkAt: not null }
        select new Due(clock.NextMarkAt!.Value, clock.Key, clock.ClockId, () =>
        {
            cases.Run(target, new MarkClock(Actor.System, clock.Key, clock.NextMark!.Value));
            return true;
        });

    private Due StartOf(PendingStart pending) => new(pending.At, 0, pending.Start.ElementId, () =>
    {
        _starts.Remove(pending);
        Plan(pending.Package, pending.Start, pending.Begin, pending.Firing + 1);
        cases.Start(pending.Package, pending.Start.Process, pending.Start.ElementId, FeelContext.Empty, null);
        return true;
    });

    private IEnumerable<DriveCase> Active => cases.All.Where(target => target.State.Status == CaseStatus.Active);

    private void Plan(FlowPackage package, StartInfo start, DateTimeOffset begin, long firing)
    {
        if (StartTimers.Firing(start.Timer!, world, begin, firing) is { } at) _starts.Add(new PendingStart(package, start, begin, firing, at));
    }

    private sealed record PendingStart(FlowPackage Package, StartInfo Start, DateTimeOffset Begin, long Firing, DateTimeOffset At);

    private sealed record Due(DateTimeOffset At, long Order, string ElementId, Func<bool> Fire);
}
