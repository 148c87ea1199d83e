using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Cases;

/// <summary>What an element does to clocks when it completes. Everything is worked out before anything is emitted, so that a retry does nothing twice.</summary>
internal static class ClockCommands
{
    private sealed record Prepared(ClockCommandDefinition Command, decimal Amount, string? Reason);

    public static void Apply(Step step, ElementInstance self, Element element)
    {
        var prepared = element.ClockCommands.Select(command => Prepare(step, self, command)).ToList();
        foreach (var command in prepared) Apply(step, self, command);
        TaskRules.FollowClocks(step);
    }

    private static Prepared Prepare(Step step, ElementInstance self, ClockCommandDefinition command)
    {
        var amount = command.Amount is null ? 0 : Expressions.Number(step, command.Amount, self.Key);
        if (command.Command == "extend" && amount <= 0) throw new ModelFault("clock-command", $"Expected {self.ElementId} to extend clock {command.Clock} by more than nothing, but the amount is {amount}.");
        return new Prepared(command, amount, Expressions.Text(step, command.Reason, self.Key));
    }

    private static void Apply(Step step, ElementInstance self, Prepared prepared)
    {
        var id = prepared.Command.Clock;
        var clock = ClockRules.Running(step, self.CallKey, id);
        if (prepared.Command.Command == "start")
            ClockRules.Start(step, self.CallKey, self.Key, step.ProcessOf(self).Clocks.First(definition => definition.Id == id), step.Now);
        else if (clock is not null && prepared.Command.Command == "stop")
            ClockRules.Stop(step, clock);
        else if (clock is not null && Changed(step, clock, prepared) is { } changed)
            step.Emit(new ClockChanged(clock.Key, id, prepared.Command.Command, prepared.Reason, changed));
    }

    /// <summary>Null: the command has nothing to change, such as a pause of a paused clock.</summary>
    private static ClockState? Changed(Step step, ClockState clock, Prepared prepared) => prepared.Command.Command switch
    {
        "pause" when clock.PausedAt is null => clock with { PausedAt = step.Now, NextMarkAt = null },
        "resume" when clock.PausedAt is not null => Resumed(step, clock),
        "extend" => Extended(step, clock, prepared.Amount),
        _ => null,
    };

    private static ClockState Resumed(Step step, ClockState clock)
    {
        var calendar = step.World.Calendar(clock.Calendar);
        var due = ClockRules.At(DueChanges.AfterPause(calendar, Timers.Rule(clock.Rule), clock.Due, clock.PausedAt!.Value, step.Now), clock.ClockId);
        return ClockMarks.Again(step, clock with { PausedAt = null, Due = due }, ClockRules.Definition(step, clock));
    }

    private static ClockState Extended(Step step, ClockState clock, decimal amount)
    {
        var calendar = step.World.Calendar(clock.Calendar);
        var due = ClockRules.At(DueChanges.Extended(calendar, Timers.Rule(clock.Rule), clock.Due, amount), clock.ClockId);
        var extended = clock with { Due = due, Amount = clock.Amount + amount };
        return clock.PausedAt is not null ? extended : ClockMarks.Again(step, extended, ClockRules.Definition(step, clock));
    }
}
