using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Feel;
using CaseFlow.Runtime.Directory;

namespace CaseFlow.Runtime.Queries;

/// <summary>Why, or with what content, an event happened: its ground, reason, condition, or the rules that fired.</summary>
internal static class EventReason
{
    public static string? Of(CaseEvent @event, DirectorySnapshot directory) => @event switch
    {
        CaseClosed e => e.Reason,
        CaseMigrated e => $"{e.From.Version} → {e.To.Version}: {e.Reason}",
        ClockChanged { DueBefore: { } before } e => $"{e.How}: {e.Reason} ({Minute(before)} → {Minute(e.Clock.Due)})",
        ClockChanged e => e.Reason is null ? e.How : $"{e.How}: {e.Reason}",
        ClockMarked e => e.Mark.ToString(),
        ClockStopped e => e.Met ? "met" : "ended",
        DeadLetterHandled e => $"{e.How}: {e.Reason}",
        DecisionMade e => Text(e),
        ElementTerminated e => e.Why,
        EvaluationGiven e => Text(e.Evaluation),
        IncidentRaised e => $"{e.Incident.Code}: {e.Incident.Message}",
        IncidentResolved e => e.Reason is null ? e.How : $"{e.How}: {e.Reason}",
        JobCreated e => e.Job.ActivityType,
        JobFailed e => e.Message,
        NoteAdded e => e.Text,
        SequenceFlowTaken e => e.Why,
        TaskClaimed e => directory.NameOf(e.Assignee),
        TaskTransferred e => Text(e, directory),
        VariablesSet e => string.Join(", ", e.Values.Entries.Select(Text)),
        _ => null,
    };

    /// <summary>The inputs as seen, the rules that fired, what they gave, and the version they stand in.</summary>
    private static string Text(DecisionMade e)
    {
        var source = e.Source is { } known ? $" ({known.File}, {known.Flow})" : "";
        return $"{string.Join(", ", e.Inputs.Entries.Select(Seen))}: {string.Join(", ", e.Rules)} → {Text(e.Output)}{source}";
    }

    private static string Text(FeelValue output) => output is FeelContext { Entries: var entries } ? string.Join(", ", entries.Select(Text)) : VariableText.Of(output);

    /// <summary>In the calendar's local time, as the engine told it.</summary>
    private static string Minute(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(Evaluation evaluation) =>
        string.Join(" · ", new[] { evaluation.Score?.ToString(System.Globalization.CultureInfo.InvariantCulture), evaluation.Solved switch { true => "solved", false => "not-solved", null => null }, evaluation.Comment }.OfType<string>());

    private static string Text(TaskTransferred e, DirectorySnapshot directory)
    {
        var target = e.Assignee is { } person ? directory.NameOf(person) : $"{(e.Unit is null ? "" : directory.Tree.NameOf(e.Unit).Text + " ")}{e.Team}";
        return $"{target.Trim()}: {e.Reason}";
    }

    /// <summary>A resident's long text is seen in the form, not here.</summary>
    private static string Seen(KeyValuePair<string, FeelValue> input)
    {
        var text = Text(input);
        return text.Length > 60 ? text[..60] + "…" : text;
    }

    private static string Text(KeyValuePair<string, FeelValue> entry) => $"{entry.Key} = {VariableText.Of(entry.Value)}";
}
