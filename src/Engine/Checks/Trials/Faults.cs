using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>What went wrong in a step of a trial, and whether the run is over.</summary>
/// <param name="isCalled">True: an error that nobody catches here goes to whoever calls the process.</param>
internal sealed class Faults(Process process, bool isCalled)
{
    private const string Unhandled = "unhandled-error";

    private readonly Doubles _doubles = new(process);

    public (FindingKind Kind, string ElementId, string? Detail)? Of(Machine.Outcome outcome)
    {
        if (Incident(outcome) is { } incident)
        {
            var (scope, code) = (incident.Incident.ElementKey, incident.Incident.Code);
            if (code == Unhandled) return isCalled ? null : (FindingKind.Uncaught, incident.Incident.ElementId, null);
            var place = code == Joins.Deadlock ? process.Elements[process.FindFlow(outcome.Point.Case.Elements[scope].Tokens[0])!.Target].Id : incident.Incident.ElementId;
            return (FindingKind.Stuck, place, incident.Incident.Message);
        }

        return _doubles.Find(outcome.Point) is { } twice ? (FindingKind.Twice, twice.Id, null) : null;
    }

    public static bool IsEnd(Machine.Outcome outcome) => outcome.Point.HasEnded || Incident(outcome) is not null;

    private static IncidentRaised? Incident(Machine.Outcome outcome) => outcome.Events.OfType<IncidentRaised>().FirstOrDefault();
}
