namespace CaseFlow.Engine.State;

/// <summary>A model's or an activity's fault that a person has to look at; the rest of the case goes on.</summary>
/// <param name="Code">Kebab case: <c>no-path</c>, <c>condition</c>, <c>expression</c>, <c>job-failed</c>, <c>unhandled-error</c>, <c>deadlock</c>, …</param>
/// <param name="Phase">Where the element stopped; a retry goes on from there.</param>
public sealed record IncidentState(
    long Key, long ElementKey, string ElementId, string Code, string Message, DateTimeOffset At, IncidentPhase Phase = IncidentPhase.Entering);

public enum IncidentPhase
{
    /// <summary>Its inputs, waits or work could not be begun.</summary>
    Entering,

    /// <summary>It waits for the outside: a job without retries.</summary>
    Running,

    /// <summary>Its outputs could not be worked out.</summary>
    Completing,

    /// <summary>No way out could be chosen.</summary>
    Leaving,
}
