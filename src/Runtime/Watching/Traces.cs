using System.Diagnostics;
using CaseFlow.Engine.Commands;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage.Records;

namespace CaseFlow.Runtime.Watching;

/// <summary>The activity source <c>CaseFlow</c>: command → advance → commit, outbox runs, due batches. Tags are a case's id and names of the program, never a person's data.</summary>
internal static class Traces
{
    public const string Name = "CaseFlow";

    private static readonly ActivitySource Source = new(Name);

    public static Activity? Command(Guid caseId, Command command) => Source.HasListeners()
        ? Source.StartActivity("caseflow.command")?.SetTag("caseflow.case_id", caseId.ToString()).SetTag("caseflow.command", CommandNames.Of(command))
        : null;

    public static Activity? Advance() => Source.StartActivity("caseflow.advance");

    public static Activity? Commit() => Source.StartActivity("caseflow.commit");

    public static Activity? Outbox(OutboxRecord row) => Source.StartActivity("caseflow.outbox", ActivityKind.Producer)
        ?.SetTag("caseflow.case_id", row.CaseId.ToString()).SetTag("caseflow.activity", row.Activity).SetTag("caseflow.attempt", row.Attempts);

    public static Activity? Due(int rows) => Source.StartActivity("caseflow.due")?.SetTag("caseflow.rows", rows);

    /// <summary>Says on the trace, and counts, what came of a command.</summary>
    public static RunResult Answered(Activity? command, RunResult result)
    {
        if (result is not NotRun refused) return result;
        Meters.Refused(refused);
        command?.SetTag("caseflow.code", refused.Code).SetStatus(ActivityStatusCode.Error, refused.Code);
        return result;
    }
}
