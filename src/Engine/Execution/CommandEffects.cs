using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Migrating;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>Carries out a command that <see cref="CommandRules"/> let through. May still refuse it: what was emitted by then is dropped with the step.</summary>
internal static class CommandEffects
{
    public static Rejected? Apply(Step step, Command command) => command switch
    {
        CompleteTask c => PeopleCommands.Complete(step, c),
        ClaimTask c => PeopleCommands.Claim(step, c),
        ReleaseTask c => PeopleCommands.Release(step, c),
        TransferTask c => PeopleCommands.Transfer(step, c),
        StartAdHocStep c => AdHocSteps.Start(step, c.ElementId),
        DeliverMessage c => Deliveries.Message(step, c),
        DeliverSignal c => Deliveries.Signal(step, c),
        FireTimer c => Deliveries.Timer(step, c.TimerKey),
        Continue c => Deliveries.Timer(step, c.TimerKey),
        CompleteJob c => JobCommands.Complete(step, c),
        FailJob c => JobCommands.Fail(step, c),
        RetryIncident c => IncidentCommands.Retry(step, c),
        MendVariables c => IncidentCommands.Mend(step, c),
        SkipIncident c => IncidentCommands.Skip(step, c),
        MigrateCase c => Migration.Run(step, c),
        RecomputeClocks c => ClockRecomputation.Run(step, c),
        HandleDeadLetter c => DeadLetters.Handle(step, c),
        _ => Simple(step, command),
    };

    /// <summary>Attaches what comes with the command, before the command closes the case.</summary>
    public static void Attach(Step step, Command command)
    {
        foreach (var document in command.Documents) step.Emit(new DocumentAttached(document));
    }

    private static Rejected? Simple(Step step, Command command)
    {
        switch (command)
        {
            case MarkClock c: return ClockRules.Mark(step, step.State.Clocks[c.ClockKey]);
            case SetVariables c: return Set(step, c);
            case AddNote c: step.Emit(new NoteAdded(c.Text, c.Public, c.TaskKey)); break;
            case AttachDocument c: step.Emit(new DocumentAttached(c.Document)); break;
            case LinkCase c: step.Emit(new CaseLinked(c.OtherCaseId, c.Role)); break;
            case TerminateCase c: return Terminate(step, c);
            default: throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "Expected a command of the engine.");
        }

        return null;
    }

    private static Rejected? Set(Step step, SetVariables c)
    {
        if (TypedData.Problem(() => TypedData.Fit(step, c.ScopeKey, c.Variables), out var variables) is { } wrongType) return wrongType;
        Variables.Set(step, c.ScopeKey, variables);
        return null;
    }

    private static Rejected? Terminate(Step step, TerminateCase c)
    {
        if (c.Closure is { } closure && step.World.Flow(step.State.Flow).Closures.All(known => known.Id != closure))
            return new Rejected("unknown-closure", $"Expected a closure type of the flow, but '{closure}' is not one.");
        if (c.Closure is not null) step.Emit(new ClosureChosen(c.Closure, step.State.Process));
        Closing.Close(step, CaseStatus.Terminated, c.Reason);
        return null;
    }
}
