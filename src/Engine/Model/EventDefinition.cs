namespace CaseFlow.Engine.Model;

/// <summary>What an event waits for or throws.</summary>
public abstract record EventDefinition
{
    private protected EventDefinition()
    {
    }
}

/// <summary>A timer: exactly one of the four is set.</summary>
/// <param name="Date">A moment.</param>
/// <param name="Duration">An ISO 8601 duration.</param>
/// <param name="Cycle">An ISO 8601 repetition, e.g. <c>R3/PT10M</c>.</param>
/// <param name="WorkingTime">In an office's working time.</param>
public sealed record TimerDefinition(Expression? Date, Expression? Duration, Expression? Cycle, DueDefinition? WorkingTime) : EventDefinition;

/// <param name="Correlation">Which message is meant; null: any of that name.</param>
public sealed record MessageDefinition(string Name, Expression? Correlation) : EventDefinition;

public sealed record SignalDefinition(string Name) : EventDefinition;

/// <param name="Code">Null in a catching event: any error.</param>
public sealed record ErrorDefinition(string? Code) : EventDefinition;

/// <param name="Code">Null in a catching event: any escalation.</param>
public sealed record EscalationDefinition(string? Code) : EventDefinition;

public sealed record ConditionDefinition(Expression Condition) : EventDefinition;

public sealed record LinkDefinition(string Name) : EventDefinition;

/// <param name="Activity">The activity to undo; null: all completed ones of the scope.</param>
public sealed record CompensationDefinition(string? Activity) : EventDefinition;

/// <param name="All">True: the whole case, as Flowable's <c>terminateAll</c> says; else the event's own scope, as BPMN has it.</param>
public sealed record TerminateDefinition(bool All = false) : EventDefinition;
