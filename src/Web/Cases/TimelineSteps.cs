using CaseFlow.Runtime.Queries;

namespace CaseFlow.Web.Cases;

internal static class TimelineSteps
{
    /// <summary>Puts neighbours that one command of one person brought about into one group, in order.</summary>
    public static List<List<TimelineRow>> Of(IEnumerable<TimelineRow> rows)
    {
        var steps = new List<List<TimelineRow>>();
        foreach (var row in rows)
        {
            if (steps.Count > 0 && IsSameStep(steps[^1][0], row)) steps[^1].Add(row);
            else steps.Add([row]);
        }

        return steps;
    }

    private static bool IsSameStep(TimelineRow first, TimelineRow row) =>
        first.At == row.At && first.ActorName == row.ActorName && first.ActorKind == row.ActorKind && first.Cause == row.Cause;
}
