namespace CaseFlow.Engine.State;

/// <summary>A model's or an activity's fault that a person has to look at; the rest of the case goes on.</summary>
/// <param name="Code">Kebab case: <c>no-path</c>, <c>condition</c>, <c>expression</c>, <c>job-failed</c>, <c>unhandled-error</c>, <c>deadlock</c>, …</param>
/// <param name="Phase">Where the element stopped; a retry goes on from there.</param>
/// <param name="ClockId">The clock that could not be worked out; null: none.</param>
public sealed record IncidentState(
    long Key, long ElementKey, string ElementId, string Code, string Message, DateTimeOffset At, IncidentPhase Phase = IncidentPhase.Entering,
    string? ClockId = null);

public enum IncidentPhase
{
    /// <summary>Its inputs or its work could not be begun. Its boundary events wait already.</summary>
    Entering,

    /// <summary>It waits for the outside: a job without retries.</summary>
    Running,

    /// <summary>Its outputs could not be worked out.</summary>
    Completing,

    /// <summary>No way out could be chosen.</summary>
    Leaving,

    /// <summary>Its boundary events, or the process's event subprocesses, could not be waited for; none of them is.</summary>
    Opening,

    /// <summary>A clock that starts with it could not be worked out; it goes on without.</summary>
    StartingClock,
}
