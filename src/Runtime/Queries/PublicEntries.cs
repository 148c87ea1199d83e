using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Work;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Queries;

/// <summary>What has happened, as far as it is the reporter's: stages, notices, public notes and documents, their own answers and ratings.</summary>
internal static class PublicEntries
{
    private static readonly string[] Types = ["stage-entered", "note-added", "document-attached", "task-completed", "evaluation-given", "case-closed"];

    public static async Task<IReadOnlyList<PublicEntry>> ReadAsync(CaseFlowDbContext context, OpenedCase opened, CancellationToken cancel)
    {
        var tables = new CaseTables(context, opened.Archived);
        var events = await tables.Events.Where(row => row.CaseId == opened.Id && Types.Contains(row.Type)).OrderBy(row => row.Sequence).ToListAsync(cancel);
        var notices = await tables.Notices.Where(row => row.CaseId == opened.Id).OrderBy(row => row.At).ToListAsync(cancel);
        IEnumerable<PublicEntry> entries =
        [
            new PublicEntry(opened.State.Facts.ReceivedAt, "received", opened.Flow.Main.Name),
            .. events.Select(row => Read(opened, row)).OfType<PublicEntry>(),
            .. notices.Select(notice => new PublicEntry(notice.At, "notice", new LocalText(notice.Text, notice.English))),
        ];
        return [.. entries.OrderBy(entry => entry.At)];
    }

    private static PublicEntry? Read(OpenedCase opened, CaseEventRecord row) => EventJson.Read(row.Type, row.Payload) switch
    {
        StageEntered e when opened.Flow.StageName(e.Stage) is { } stage => new PublicEntry(row.At, "stage", stage),
        NoteAdded { Public: true } e => new PublicEntry(row.At, "note", Same(e.Text)),
        DocumentAttached { Document.Public: true } e => new PublicEntry(row.At, "document", Same(e.Document.Name)),
        TaskCompleted { By.Kind: ActorKind.Reporter } e => new PublicEntry(row.At, "answer", opened.Flow.NameOf(e.ElementId)),
        EvaluationGiven { Evaluation: { By: "reporter" } rating } => new PublicEntry(row.At, "evaluation", Text(rating)),
        CaseClosed e => new PublicEntry(row.At, "closed", opened.Flow.ClosureName(e.Closure) ?? Same("")),
        _ => null,
    };

    private static LocalText Text(Evaluation rating)
    {
        var stars = rating.Score is { } score ? new string('★', Math.Clamp(score, 0, 5)) : "";
        return Same(string.Join(' ', new[] { stars, rating.Comment }.Where(part => !string.IsNullOrEmpty(part))));
    }

    private static LocalText Same(string text) => new(text, text);
}
