using CaseFlow.Engine;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Queries;

namespace CaseFlow.Runtime.Work;

/// <summary>What staff do with tasks and cases. Each call checks scope, role and form, and is durable when it returns <see cref="Done"/>.</summary>
public sealed class WorkDesk
{
    private readonly CaseAccess _access;
    private readonly CaseCommands _commands;
    private readonly FormSubmission _forms;

    internal WorkDesk(CaseAccess access, CaseCommands commands, FormSubmission forms) => (_access, _commands, _forms) = (access, commands, forms);

    public Task<Outcome> ClaimAsync(Reader reader, Guid caseId, long taskKey, CancellationToken cancel = default) =>
        OnTaskAsync(reader, caseId, taskKey, (opened, _) => _commands.RunAsync(opened, new ClaimTask(Me(reader), taskKey, reader.UserId), taskKey, cancel), cancel);

    public Task<Outcome> ReleaseAsync(Reader reader, Guid caseId, long taskKey, CancellationToken cancel = default) =>
        OnTaskAsync(reader, caseId, taskKey, (opened, _) => _commands.RunAsync(opened, new ReleaseTask(Me(reader), taskKey), taskKey, cancel), cancel);

    public Task<Outcome> CompleteAsync(Reader reader, Guid caseId, long taskKey, FormPost values, CancellationToken cancel = default) =>
        OnTaskAsync(reader, caseId, taskKey, (opened, task) => _forms.CompleteAsync(opened, task, Me(reader), values, cancel), cancel);

    /// <summary>Hands a task to another person, team or unit. Its owner, its team and leaders may; the reason stays on the timeline.</summary>
    public async Task<Outcome> TransferAsync(Reader reader, Guid caseId, long taskKey, string? userId, TeamRef? team, string reason, CancellationToken cancel = default)
    {
        var (opened, task, refusal) = await FindAsync(reader, caseId, taskKey, cancel);
        if (refusal is not null) return refusal;
        if (!TaskRights.MayTransfer(reader, opened!.Tree, task!, opened.Unit.Code)) return Forbidden("hand over", task!);
        if (Transfers.WhyNot(opened, task!, userId, team, reason) is { } fault) return fault;
        return await _commands.RunAsync(opened, new TransferTask(Me(reader), taskKey, userId, team?.Team, team?.Unit, reason.Trim()), taskKey, cancel);
    }

    /// <summary>Presses a case action: return with a ground, ask for an extension, hold, withdraw…</summary>
    public async Task<Outcome> ActAsync(Reader reader, Guid caseId, long subscriptionKey, FormPost values, CancellationToken cancel = default)
    {
        if (await _access.OpenAsync(reader, caseId, fresh: true, cancel) is not { } opened) return NotFound(caseId);
        if (!opened.State.Subscriptions.TryGetValue(subscriptionKey, out var subscription) || !subscription.IsAction)
            return new Refused("action-not-open", "Expected an action that the case can take now, but it can't any more.");
        if (!opened.MayPress(reader, subscription)) return new Refused("forbidden", $"Expected somebody of a team that may do {subscription.ElementId}, but {reader.DisplayName} is not.");
        return await _forms.ActAsync(opened, subscription, Me(reader), values, cancel);
    }

    /// <param name="isPublic">True: the reporter sees it.</param>
    public Task<Outcome> NoteAsync(Reader reader, Guid caseId, string text, bool isPublic, CancellationToken cancel = default) =>
        OnCaseAsync(reader, caseId, async opened => string.IsNullOrWhiteSpace(text) || text.Length > 4000
            ? new Refused("invalid-note", "Expected a note of 1 to 4000 characters.")
            : await _commands.RunAsync(opened, new AddNote(Me(reader), text.Trim(), isPublic), null, cancel), cancel);

    /// <param name="isPublic">True: the reporter sees it.</param>
    public Task<Outcome> AttachAsync(Reader reader, Guid caseId, string fileName, Stream content, bool isPublic, CancellationToken cancel = default) =>
        OnCaseAsync(reader, caseId, opened => _commands.AttachAsync(opened, Me(reader), fileName, content, isPublic, cancel), cancel);

    /// <summary>Starts an optional step; for those who work on the case now, and leaders.</summary>
    public Task<Outcome> StartAdHocAsync(Reader reader, Guid caseId, string elementId, CancellationToken cancel = default) =>
        OnCaseAsync(reader, caseId, async opened => opened.WorksOn(reader) || TaskRights.Leads(reader)
            ? await _commands.RunAsync(opened, new StartAdHocStep(Me(reader), elementId), null, cancel)
            : new Refused("forbidden", $"Expected somebody who works on the case, but {reader.DisplayName} does not."), cancel);

    /// <summary>Tries again what failed; for supervisors and admins.</summary>
    public Task<Outcome> RetryIncidentAsync(Reader reader, Guid caseId, long incidentKey, CancellationToken cancel = default) =>
        OnIncidentAsync(reader, caseId, _ => new RetryIncident(Me(reader), incidentKey), cancel);

    /// <summary>Goes on past what failed; for supervisors and admins. The reason stays on the timeline.</summary>
    /// <param name="flow">The sequence flow to go on by, where there is a choice.</param>
    public Task<Outcome> SkipIncidentAsync(Reader reader, Guid caseId, long incidentKey, string? flow, string reason, CancellationToken cancel = default) =>
        OnIncidentAsync(reader, caseId, _ => new SkipIncident(Me(reader), incidentKey, reason, flow), cancel);

    /// <summary>Puts variables right and tries again; for supervisors and admins. The reason stays on the timeline.</summary>
    /// <param name="typed">By name; read as <see cref="VariableText.Read"/> says.</param>
    public Task<Outcome> MendVariablesAsync(Reader reader, Guid caseId, long incidentKey, IReadOnlyDictionary<string, string?> typed, string reason, CancellationToken cancel = default) =>
        OnIncidentAsync(reader, caseId, opened => new MendVariables(Me(reader), incidentKey, Values(opened, typed), reason), cancel);

    private static FeelContext Values(OpenedCase opened, IReadOnlyDictionary<string, string?> typed) =>
        new([.. typed.Where(entry => !string.IsNullOrWhiteSpace(entry.Key)).Select(entry => KeyValuePair.Create(entry.Key.Trim(), VariableText.Read(entry.Value, opened.State.Variables.Find(entry.Key.Trim()))))]);

    private Task<Outcome> OnIncidentAsync(Reader reader, Guid caseId, Func<OpenedCase, Command> command, CancellationToken cancel) =>
        OnCaseAsync(reader, caseId, async opened => TaskRights.Leads(reader)
            ? await _commands.RunAsync(opened, command(opened), null, cancel)
            : new Refused("forbidden", $"Expected a supervisor or admin, but {reader.DisplayName} is neither."), cancel);

    private async Task<Outcome> OnCaseAsync(Reader reader, Guid caseId, Func<OpenedCase, Task<Outcome>> act, CancellationToken cancel)
    {
        if (await _access.OpenAsync(reader, caseId, fresh: false, cancel) is not { } opened) return NotFound(caseId);
        return TaskRights.Writes(reader) ? await act(opened) : new Refused("forbidden", $"Expected somebody who may change cases, but {reader.DisplayName} may only read.");
    }

    private async Task<Outcome> OnTaskAsync(Reader reader, Guid caseId, long taskKey, Func<OpenedCase, TaskState, Task<Outcome>> act, CancellationToken cancel)
    {
        var (opened, task, refusal) = await FindAsync(reader, caseId, taskKey, cancel);
        if (refusal is not null) return refusal;
        return opened!.WhyNot(reader, task!) switch
        {
            null => await act(opened, task!),
            TaskRights.Claimed => await _commands.AlreadyClaimedAsync(opened, task!, cancel),
            TaskRights.Excluded => new Refused("excluded", $"Expected somebody who did not do the step before {task!.ElementId}, but {reader.DisplayName} did."),
            _ => Forbidden("do", task!),
        };
    }

    /// <summary>The open task, on the newest state when the kept one knows none.</summary>
    private async Task<(OpenedCase? Opened, TaskState? Task, Outcome? Refusal)> FindAsync(Reader reader, Guid caseId, long taskKey, CancellationToken cancel)
    {
        foreach (var fresh in (bool[])[false, true])
        {
            if (await _access.OpenAsync(reader, caseId, fresh, cancel) is not { } opened) return (null, null, NotFound(caseId));
            if (opened.State.Tasks.TryGetValue(taskKey, out var task) && (fresh || opened.WhyNot(reader, task) is null)) return (opened, task, null);
            if (fresh) return (opened, null, await _commands.NotOpenAsync(opened, taskKey, cancel));
        }

        throw new InvalidOperationException("Expected to return from the second round.");
    }

    private static Actor Me(Reader reader) => Actor.Staff(reader.UserId);

    private static Refused NotFound(Guid caseId) => new("not-found", $"Expected a case in your scope, but there is no {caseId}.");

    private static Refused Forbidden(string verb, TaskState task) => new("forbidden", $"Expected somebody who may {verb} {task.ElementId}, but you may not.");
}

/// <summary>Form fields as an HTML form posts them; a file field's values are ids of documents put aside.</summary>
public sealed record FormPost(IReadOnlyDictionary<string, IReadOnlyList<string>> Values);
