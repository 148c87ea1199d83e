using CaseFlow.Engine;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Queries;

namespace CaseFlow.Runtime.Work;

/// <summary>The resident's side: follow, answer, rate. Number and code open it; an unknown number and a wrong code give the same answer.</summary>
public sealed class FollowDesk
{
    private static readonly Refused NotFound = new("not-found", "Expected the number and code of a case, but there is none with both.");

    private readonly FollowAccess _access;
    private readonly PublicViews _views;
    private readonly FormSubmission _forms;
    private readonly CaseCommands _commands;

    internal FollowDesk(FollowAccess access, PublicViews views, FormSubmission forms, CaseCommands commands) =>
        (_access, _views, _forms, _commands) = (access, views, forms, commands);

    public async Task<PublicCase?> FindAsync(string number, string code, CancellationToken cancel = default) =>
        await _access.OpenAsync(number, code, cancel) is { } opened ? await _views.BuildAsync(opened, cancel) : null;

    /// <summary>Answers a question or gives a rating: completes a task whose audience is the reporter.</summary>
    public async Task<Outcome> AnswerAsync(string number, string code, long taskKey, FormPost values, CancellationToken cancel = default)
    {
        if (await _access.OpenAsync(number, code, cancel) is not { } opened) return NotFound;
        if (!opened.State.Tasks.TryGetValue(taskKey, out var task) || task.Audience != TaskAudience.Reporter)
            return new Refused("task-not-open", "Expected a question that waits for an answer, but it is answered or no longer asked.");
        return await _forms.CompleteAsync(opened, task, Me(opened), values, cancel);
    }

    /// <summary>A case action whose audience is the reporter: withdraw, add to the request, "not solved".</summary>
    public async Task<Outcome> ActAsync(string number, string code, long subscriptionKey, FormPost values, CancellationToken cancel = default)
    {
        if (await _access.OpenAsync(number, code, cancel) is not { } opened) return NotFound;
        if (!opened.State.Subscriptions.TryGetValue(subscriptionKey, out var open) || !open.IsAction || opened.Flow.Action(open)?.Audience != TaskAudience.Reporter)
            return new Refused("action-not-open", "Expected an action that the case can take now, but it can't any more.");
        return await _forms.ActAsync(opened, open, Me(opened), values, cancel);
    }

    public async Task<Outcome> AttachAsync(string number, string code, string fileName, Stream content, CancellationToken cancel = default) =>
        await _access.OpenAsync(number, code, cancel) is { } opened ? await _commands.AttachAsync(opened, Me(opened), fileName, content, isPublic: true, cancel) : NotFound;

    private static Actor Me(OpenedCase opened) => Actor.Reporter(opened.State.Facts.ReporterId ?? "anonymous");
}
