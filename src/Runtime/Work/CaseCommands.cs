using CaseFlow.Engine;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Documents;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Work;

/// <summary>Runs a person's commands and tells, when somebody was faster, who and when.</summary>
internal sealed class CaseCommands(CaseRunner runner, DocumentStore documents, Database database)
{
    /// <param name="taskKey">The task it is about, for saying who was first; null: none.</param>
    public Task<Outcome> RunAsync(OpenedCase opened, Command command, long? taskKey, CancellationToken cancel) => RunAsync(opened, command, taskKey, [], cancel);

    public async Task<Outcome> RunAsync(OpenedCase opened, Command command, long? taskKey, IReadOnlyList<RowWrite> extra, CancellationToken cancel) =>
        await runner.AdvanceAsync(opened.Id, command, extra, cancel) switch
        {
            Ran ran => new Done(ran.State.CaseId, ran.State.Version),
            NotRun { Code: "task-not-open" } when taskKey is { } key => await NotOpenAsync(opened, key, cancel),
            NotRun { Code: "already-claimed" } failed when taskKey is { } key => await WhoAsync(opened, key, failed.Code, failed.Message, cancel),
            NotRun failed => new Refused(failed.Code, failed.Message),
            var other => throw new InvalidOperationException($"Expected a known result, but found {other.GetType().Name}."),
        };

    public async Task<Outcome> AttachAsync(OpenedCase opened, Actor actor, string fileName, Stream content, bool isPublic, CancellationToken cancel)
    {
        switch (await documents.StageAsync(opened.Tenant, actor.Kind == ActorKind.Reporter ? "reporter" : actor.Id, fileName, content, cancel))
        {
            case NotStaged refused:
                return refused.Refusal;
            case Staged staged:
                var facts = (await documents.StagedAsync(opened.Tenant, [staged.Id], isPublic, cancel))[0];
                return await RunAsync(opened, new AttachDocument(actor, facts), null, [DocumentStore.TieTo(opened.Id, facts)], cancel);
            case var other:
                throw new InvalidOperationException($"Expected a known outcome, but found {other.GetType().Name}.");
        }
    }

    public async Task<Outcome> NotOpenAsync(OpenedCase opened, long taskKey, CancellationToken cancel) =>
        await WhoAsync(opened, taskKey, "task-not-open", $"Expected an open task {taskKey}, but it is done or no longer needed.", cancel);

    public async Task<Outcome> AlreadyClaimedAsync(OpenedCase opened, TaskState task, CancellationToken cancel) =>
        await WhoAsync(opened, task.Key, "already-claimed", $"Expected {task.ElementId} to be free, but somebody else has it.", cancel) with
        {
            By = opened.Directory.NameOf(task.Assignee!),
        };

    private async Task<Refused> WhoAsync(OpenedCase opened, long taskKey, string code, string message, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(opened.Tenant));
        string[] types = ["task-completed", "task-cancelled", "task-claimed", "task-transferred"];
        var events = new CaseTables(context, opened.Archived).Events.Where(row => row.CaseId == opened.Id && types.Contains(row.Type)).OrderByDescending(row => row.Sequence).AsAsyncEnumerable();
        await foreach (var row in events.WithCancellation(cancel))
            if (KeyOf(row) == taskKey)
                return new Refused(code, message, By: NameOf(opened, row), At: row.At);
        return new Refused(code, message);
    }

    private static long KeyOf(CaseEventRecord row) => EventJson.Read(row.Type, row.Payload) switch
    {
        TaskCompleted e => e.TaskKey,
        TaskCancelled e => e.TaskKey,
        TaskClaimed e => e.TaskKey,
        TaskTransferred e => e.TaskKey,
        _ => 0,
    };

    private static string? NameOf(OpenedCase opened, CaseEventRecord row) => row.ActorKind == ActorKind.Staff ? opened.Directory.NameOf(row.ActorId) : null;
}
