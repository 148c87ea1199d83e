using System.Diagnostics;
using System.Diagnostics.Metrics;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage.Commits;

namespace CaseFlow.Runtime.Watching;

/// <summary>The meter <c>CaseFlow</c>. Names, units and what to watch for stand in docs/operating.md. No tag holds personal data.</summary>
internal static class Meters
{
    public const string Name = "CaseFlow";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Commits = Meter.CreateCounter<long>("caseflow.commits", description: "Steps of cases that were stored.");
    private static readonly Counter<long> Conflicts = Meter.CreateCounter<long>("caseflow.commit.conflicts", description: "Steps that were made again because the case had moved on.");
    private static readonly Histogram<double> CommitTime = Meter.CreateHistogram<double>("caseflow.commit.duration", "s", "From handing a step to the store to its answer.");
    private static readonly Histogram<int> GroupSize = Meter.CreateHistogram<int>("caseflow.commit.group_size", description: "Steps that shared a transaction.");
    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>("caseflow.commands.refused", description: "Commands that changed nothing, by code.");
    private static readonly Counter<long> Incidents = Meter.CreateCounter<long>("caseflow.incidents.opened", description: "Incidents that steps raised.");
    private static readonly Counter<long> Due = Meter.CreateCounter<long>("caseflow.due.claimed", description: "Due rows this node took.");
    private static readonly Histogram<double> Lateness = Meter.CreateHistogram<double>("caseflow.due.lateness", "s", "How long after its time a timer fired or a clock was marked.");

    /// <param name="began">Timestamp of the stopwatch.</param>
    public static void Stored(CommitResult result, string command, int incidents, long began)
    {
        CommitTime.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
        if (result is CommitResult.Conflict) Conflicts.Add(1, new KeyValuePair<string, object?>("caseflow.command", command));
        if (result is not CommitResult.Committed) return;
        Commits.Add(1, new KeyValuePair<string, object?>("caseflow.command", command));
        if (incidents > 0) Incidents.Add(incidents);
    }

    public static void Wrote(int together) => GroupSize.Record(together);

    public static void Refused(NotRun answer) => Refusals.Add(1, new KeyValuePair<string, object?>("caseflow.code", answer.Code));

    public static void Claimed(int rows) => Due.Add(rows);

    public static void Late(TimeSpan by) => Lateness.Record(by.TotalSeconds);
}
