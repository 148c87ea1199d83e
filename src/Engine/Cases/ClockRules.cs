using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Cases;

/// <summary>When clocks start, are met, and reach their marks.</summary>
internal static class ClockRules
{
    /// <summary>Starts the clocks that run from the start of the process.</summary>
    public static void StartDefaults(Step step, long scopeKey, Process process)
    {
        foreach (var clock in process.Clocks)
            if (clock.Start is null)
                TryStart(step, scopeKey, scopeKey, clock);
    }

    public static void StartFor(Step step, long key, Element element)
    {
        var self = step.Get(key);
        foreach (var index in element.StartsClocks) TryStart(step, self.CallKey, key, step.ProcessOf(self).Clocks[index]);
    }

    /// <summary>Tries again what an incident was about; other clocks may have been met by now and stay as they are.</summary>
    public static void StartAgain(Step step, IncidentState incident)
    {
        var self = step.Get(incident.ElementKey);
        var own = self.Key == 0 ? [] : step.ElementOf(self).StartsClocks.Select(index => step.ProcessOf(self).Clocks[index]);
        if (own.FirstOrDefault(clock => clock.Id == incident.ClockId) is { } started) TryStart(step, self.CallKey, self.Key, started);
        else if (step.InnerProcessOf(self).Clocks.FirstOrDefault(clock => clock.Id == incident.ClockId) is { } inner) TryStart(step, self.Key, self.Key, inner);
    }

    /// <summary>A clock that can't be worked out is an incident; the element goes on.</summary>
    private static void TryStart(Step step, long scopeKey, long key, ClockDefinition clock) => Faults.Guard(
        step, key, IncidentPhase.StartingClock, () => Start(step, scopeKey, key, clock, key == 0 ? step.State.Facts.ReceivedAt : step.Now), clock.Id);

    public static void StopFor(Step step, ElementInstance self, Element element)
    {
        if (element.StopsClocks.IsEmpty) return;
        foreach (var index in element.StopsClocks)
            if (Running(step, self.CallKey, step.ProcessOf(self).Clocks[index].Id) is { } clock)
                Stop(step, clock);
        TaskRules.FollowClocks(step);
    }

    /// <summary>The case, or the called process, has ended: so have the promises of it.</summary>
    public static void StopAllOf(Step step, long scopeKey)
    {
        foreach (var clock in step.State.Clocks.Values.Where(clock => clock.ScopeKey == scopeKey).ToList()) Stop(step, clock);
    }

    public static ClockState? Running(Step step, long scopeKey, string clockId) =>
        step.State.Clocks.Values.FirstOrDefault(clock => clock.ScopeKey == scopeKey && clock.ClockId == clockId);

    /// <summary>A clock that runs already goes on: entering an element again does not renew a promise.</summary>
    public static void Start(Step step, long scopeKey, long key, ClockDefinition definition, DateTimeOffset from)
    {
        if (Running(step, scopeKey, definition.Id) is not null) return;
        var amount = Expressions.Number(step, definition.Amount, key);
        var calendar = step.World.Calendar(definition.Calendar);
        var due = At(DueTime.After(calendar, from, Timers.Rule(definition.Rule), amount), definition.Id);
        var clock = new ClockState(step.NewKey, definition.Id, definition.Rule, amount, definition.Calendar, from, due, null, null, null, scopeKey);
        step.Emit(new ClockStarted(ClockMarks.First(step, clock, definition)));
        TaskRules.FollowClocks(step);
    }

    public static void Stop(Step step, ClockState clock) =>
        step.Emit(new ClockStopped(clock.Key, clock.ClockId, step.Now <= clock.Due));

    /// <summary>The mark's time has come. Called only when it is the next one.</summary>
    public static Rejected? Mark(Step step, ClockState clock)
    {
        if (step.Now < clock.NextMarkAt) return new Rejected("mark-too-early", $"Expected {clock.NextMark} of clock {clock.ClockId} to have come, but it comes at {clock.NextMarkAt:O}.");
        var definition = Definition(step, clock);
        step.Emit(new ClockMarked(clock.Key, clock.ClockId, clock.NextMark!.Value, ClockMarks.After(step, clock, definition)));
        return null;
    }

    public static ClockDefinition Definition(Step step, ClockState clock) =>
        step.InnerProcessOf(step.Get(clock.ScopeKey)).Clocks.First(definition => definition.Id == clock.ClockId);

    public static DateTimeOffset At(DueResult result, string clockId) => result switch
    {
        DueAt due => due.At,
        DueRefused refused => throw new ModelFault("due-time", $"{refused.Problem} (clock {clockId})"),
        _ => throw new InvalidOperationException("Expected a due time or a refusal."),
    };
}
