using CaseFlow.Engine;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Documents;
using CaseFlow.Runtime.People;
using CaseFlow.Runtime.Storage.Commits;

namespace CaseFlow.Runtime.Work;

/// <summary>Takes a filled-in form: checks it, keeps personal data apart, ties its documents, sends the command.</summary>
internal sealed class FormSubmission(FormDesk forms, DocumentStore documents, CaseCommands commands, TimeProvider time)
{
    public Task<Outcome> CompleteAsync(OpenedCase opened, TaskState task, Actor actor, FormPost values, CancellationToken cancel) =>
        SendAsync(opened, opened.Flow.Of(task.Key), task.Form, values, actor, task.Key, fields => new CompleteTask(actor, task.Key, fields), cancel);

    public Task<Outcome> ActAsync(OpenedCase opened, SubscriptionState subscription, Actor actor, FormPost values, CancellationToken cancel) =>
        SendAsync(opened, opened.Flow.Of(subscription.ElementKey), opened.Flow.Action(subscription)?.Form, values, actor, null, fields => Message(actor, subscription, fields), cancel);

    private async Task<Outcome> SendAsync(
        OpenedCase opened, FlowPackage package, string? form, FormPost values, Actor actor, long? taskKey, Func<FeelContext, Command> command, CancellationToken cancel)
    {
        var result = await forms.CheckAsync(opened.Tenant, package, form, values.Values, cancel);
        if (!result.Errors.IsEmpty) return FormDesk.Refusal(result);
        if (!result.Personal.IsEmpty && opened.State.Facts.ReporterId is null)
            return new Refused("no-reporter", "Expected a case with a reporter for name, phone or address, but this one has none.");
        var definition = form is null ? null : package.Forms.GetValueOrDefault(form);
        var files = await documents.StagedAsync(opened.Tenant, FormFiles.In(definition, result.Values), isPublic: actor.Kind == ActorKind.Reporter, cancel);
        IReadOnlyList<RowWrite> rows = [.. Corrections(opened, result), .. files.Select(file => DocumentStore.TieTo(opened.Id, file))];
        return await commands.RunAsync(opened, command(result.Values) with { Documents = [.. files] }, taskKey, rows, cancel);
    }

    private static IReadOnlyList<RowWrite> Corrections(OpenedCase opened, FormResult result) =>
        result.Personal.IsEmpty ? [] : [PersonRegister.Correct(opened.State.Facts.ReporterId!, result.Personal)];

    private DeliverMessage Message(Actor actor, SubscriptionState subscription, FeelContext fields) =>
        new(actor, subscription.Key, Guid.CreateVersion7(time.GetUtcNow()).ToString("N"), fields);
}
