using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>The pure core: what a command does to a case.</summary>
public static class Interpreter
{
    /// <summary>
    /// Advances a case by one command. The same command on the same state gives the same result, byte for byte.
    /// </summary>
    /// <param name="state">The case, or null for <see cref="StartCase"/>.</param>
    /// <param name="now">The moment of the command.</param>
    public static StepResult Advance(IWorld world, CaseState? state, Command command, DateTimeOffset now)
    {
        var step = new Step(world, state, command.Actor, now);
        if (command is StartCase start) return CaseStart.Run(step, state, start);
        if (state is null) return new Rejected("no-such-case", $"Expected a running case for {command.GetType().Name}, but it has not started.");
        if (CommandRules.Check(state, command) is { } rejected) return rejected;
        CommandEffects.Attach(step, command);
        if (CommandEffects.Apply(step, command) is { } refused) return refused;
        FollowUps.Drain(step);
        return step.Result();
    }

    /// <summary>Applies recorded events to a state (null: a new case). The only other way to a <see cref="CaseState"/>.</summary>
    public static CaseState Replay(CaseState? state, IEnumerable<(CaseEvent Event, DateTimeOffset At)> events)
    {
        foreach (var (@event, at) in events) state = Evolve.Apply(state, @event, at);
        return state ?? throw new ArgumentException("Expected a case's events, but there are none.", nameof(events));
    }
}
