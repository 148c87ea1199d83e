using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;

namespace CaseFlow.Engine.Execution;

/// <summary>What a person does about an incident: try again, mend its variables and try again, or go on without it.</summary>
internal static class IncidentCommands
{
    public static Rejected? Retry(Step step, RetryIncident c)
    {
        var incident = step.State.Incidents[c.IncidentKey];
        step.Emit(new IncidentResolved(incident.Key, incident.ElementId, "retried"));
        Retries.Retry(step, incident);
        return null;
    }

    public static Rejected? Mend(Step step, MendVariables c)
    {
        var incident = step.State.Incidents[c.IncidentKey];
        if (c.Variables.Entries.IsEmpty) return new Rejected("nothing-to-mend", $"Expected variables to set for the incident at {incident.ElementId}, but none were given.");
        Variables.Propagate(step, incident.ElementKey, c.Variables);
        step.Emit(new IncidentResolved(incident.Key, incident.ElementId, "mended", c.Reason.Trim()));
        Retries.Retry(step, incident);
        return null;
    }

    public static Rejected? Skip(Step step, SkipIncident c)
    {
        var incident = step.State.Incidents[c.IncidentKey];
        if (Skips.WhyNot(step, incident, c.Flow) is { } refused) return refused;
        step.Emit(new IncidentResolved(incident.Key, incident.ElementId, "skipped", c.Reason.Trim()));
        step.VariablesChanged = true;
        Skips.Skip(step, incident, c.Flow);
        return null;
    }
}
