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
    public static StepResult Advance(IWorld world, CaseState? state, Command command, DateTimeOffset now) =>
        throw new NotImplementedException();

    /// <summary>Applies recorded events to a state (null: a new case). The only other way to a <see cref="CaseState"/>.</summary>
    public static CaseState Replay(CaseState? state, IEnumerable<(CaseEvent Event, DateTimeOffset At)> events) =>
        throw new NotImplementedException();
}
