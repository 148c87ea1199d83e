using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>Starts a case. A case that can't take its first steps, because no way out of a gateway can be chosen, is not started.</summary>
internal static class CaseStart
{
    public static StepResult Run(Step step, CaseState? state, StartCase command)
    {
        if (state is not null) return new Rejected("case-exists", $"Expected a new case, but {command.CaseId} has started already.");
        var package = step.World.Flow(command.Flow);
        if (!package.Processes.TryGetValue(command.Process ?? package.MainProcess, out var process))
            return new Rejected("unknown-process", $"Expected a process of flow {command.Flow}, but it has none named '{command.Process}'.");
        if (!process.IsExecutable) return new Rejected("not-executable", $"Expected an executable process, but {process.Id} is not one.");
        if (Problem(process, command) is { } rejected) return rejected;
        if (TypedData.Problem(() => TypedData.Fit(process.Root, command.Variables), out var variables) is { } wrongType) return wrongType;
        command = command with { Variables = variables };
        if (ConditionalStart.Choose(step, process, ref command) is { } unmet) return unmet;
        Begin(step, process, command);
        FollowUps.Drain(step);
        return NoWayOut(step) is { } fault ? new Rejected(fault.Code, fault.Message) : step.Result();
    }

    private static Rejected? Problem(Process process, StartCase command)
    {
        if (command.StartElement is null)
            return process.Root.Entries.IsEmpty && !ConditionalStart.Has(process) ? new Rejected("no-start", $"Expected the id of a start event, but none was given and {process.Id} has no none start event.") : null;
        var start = process.Find(command.StartElement);
        return start is { Parent: 0 } && start.Kind.IsStartEvent() ? null : new Rejected("no-start", $"Expected a start event of {process.Id}, but '{command.StartElement}' is not one.");
    }

    /// <summary>Starts a case; its first tokens wait in the queue.</summary>
    internal static void Begin(Step step, Process process, StartCase command)
    {
        step.Emit(new CaseStarted(command.CaseId, command.Flow, process.Id, command.Facts, command.BusinessKey));
        CommandEffects.Attach(step, command);
        Variables.Set(step, 0, command.Variables);
        Closing.StartClocks(step);
        Faults.Guard(step, 0, IncidentPhase.Opening, () => ScopeRules.Open(step, 0, process.Root));
        if (command.StartElement is { } start) Lifecycle.Occur(step, process[start], 0, FeelContext.Empty);
        else ScopeRules.StartEntries(step, 0, process, process.Root);
    }

    private static IncidentState? NoWayOut(Step step) =>
        step.State.Incidents.Values.FirstOrDefault(incident => incident.Phase == IncidentPhase.Leaving && incident.Code is "no-path" or "condition");
}
