using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>Who catches what is thrown within a process, from the inside out, as <see cref="Execution.Throwing"/> looks for them.</summary>
internal static class Catches
{
    /// <summary>Codes of the errors that are caught around an element; null: any error.</summary>
    public static IEnumerable<string?> Errors(Process process, Element element) =>
        Around(process, element).OfType<ErrorDefinition>().Select(error => error.Code);

    public static IEnumerable<string?> Escalations(Process process, Element element) =>
        Around(process, element).OfType<EscalationDefinition>().Select(escalation => escalation.Code);

    public static bool Any(IEnumerable<string?> caught, string? code) => caught.Any(known => known is null || known == code);

    private static IEnumerable<EventDefinition?> Around(Process process, Element element)
    {
        var fromEventSubprocess = false;
        for (var at = element; ; at = process.Elements[at.Parent])
        {
            if (!fromEventSubprocess)
                foreach (var start in at.EventStarts)
                    yield return process.Elements[start].Event;
            foreach (var boundary in at.Boundaries) yield return process.Elements[boundary].Event;
            fromEventSubprocess = at.Kind == ElementKind.EventSubprocess;
            if (at.Parent < 0) yield break;
        }
    }
}
