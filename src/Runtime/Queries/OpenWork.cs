using CaseFlow.Engine.Forms;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Work;

namespace CaseFlow.Runtime.Queries;

/// <summary>What can be done with a case now, and by whom.</summary>
internal sealed class OpenWork(FormDesk forms)
{
    public Task<FormDefinition?> StartFormAsync(OpenedCase opened, CancellationToken cancel) =>
        forms.FormAsync(opened.Tenant, opened.Flow.Main, opened.Flow.Main.StartForm, cancel);

    public async Task<IReadOnlyList<TaskView>> TasksAsync(Reader reader, OpenedCase opened, CancellationToken cancel)
    {
        var views = new List<TaskView>();
        foreach (var task in opened.State.Tasks.Values) views.Add(await TaskAsync(reader, opened, task, cancel));
        return views;
    }

    /// <summary>The actions this reader may press.</summary>
    public async Task<IReadOnlyList<ActionView>> ActionsAsync(Reader reader, OpenedCase opened, CancellationToken cancel)
    {
        var views = new List<ActionView>();
        foreach (var open in opened.State.Subscriptions.Values)
            if (TaskRights.Writes(reader) && opened.MayPress(reader, open))
                views.Add(await ActionAsync(opened, open, cancel));
        return views;
    }

    public async Task<IReadOnlyList<ActionView>> ReporterActionsAsync(OpenedCase opened, CancellationToken cancel)
    {
        var views = new List<ActionView>();
        foreach (var open in opened.State.Subscriptions.Values)
            if (open.IsAction && opened.Flow.Action(open)?.Audience == TaskAudience.Reporter)
                views.Add(await ActionAsync(opened, open, cancel));
        return views;
    }

    public async Task<IReadOnlyList<QuestionView>> QuestionsAsync(OpenedCase opened, CancellationToken cancel)
    {
        var views = new List<QuestionView>();
        foreach (var task in opened.State.Tasks.Values.Where(task => task.Audience == TaskAudience.Reporter))
        {
            var rates = opened.State.Elements.TryGetValue(task.Key, out var instance) && opened.Flow.ElementOf(instance)?.UserTask?.Evaluation is not null;
            views.Add(new QuestionView(task.Key, opened.Flow.NameOf(task.ElementId), await FormAsync(opened, task, cancel), task.Due, rates));
        }

        return views;
    }

    /// <summary>Optional steps that can be started now, for those who work on the case.</summary>
    public static IReadOnlyList<AdHocView> AdHocSteps(Reader reader, OpenedCase opened)
    {
        if (!TaskRights.Writes(reader) || !(opened.WorksOn(reader) || TaskRights.Leads(reader))) return [];
        return [.. from instance in opened.State.Elements.Values
                   where instance.Key != 0 && instance.Loop is null
                   let scope = opened.Flow.ElementOf(instance)
                   where scope?.AdHoc is { } adHoc && !(adHoc.Sequential && (instance.Children > 0 || !instance.Tokens.IsEmpty))
                   from entry in scope.Entries
                   let step = opened.Flow.ProcessOf(instance)!.Elements[entry]
                   select new AdHocView(step.Id, opened.Flow.NameOf(step.Id))];
    }

    private async Task<TaskView> TaskAsync(Reader reader, OpenedCase opened, TaskState task, CancellationToken cancel)
    {
        var why = TaskRights.Writes(reader) ? opened.WhyNot(reader, task) : task.Audience == TaskAudience.Reporter ? TaskRights.ForReporter : TaskRights.OtherTeam;
        var form = await FormAsync(opened, task, cancel);
        var team = TaskRights.TeamOf(opened.Tree, task, opened.Unit.Code);
        return new TaskView(
            task.Key, task.ElementId, opened.Flow.NameOf(task.ElementId), task.Team, team is null ? null : opened.Tree.NameOf(team.Unit), task.Assignee,
            task.Assignee is null ? null : opened.Directory.NameOf(task.Assignee), task.CreatedAt, task.Due, task.Audience == TaskAudience.Reporter, why is null, why, form, Prefill(opened, form))
        {
            MayTransfer = TaskRights.Writes(reader) && TaskRights.MayTransfer(reader, opened.Tree, task, opened.Unit.Code),
        };
    }

    private async Task<ActionView> ActionAsync(OpenedCase opened, SubscriptionState open, CancellationToken cancel)
    {
        var action = opened.Flow.Action(open)!;
        return new ActionView(open.Key, open.TaskKey, action.Label, action.Style, await forms.FormAsync(opened.Tenant, opened.Flow.Of(open.ElementKey), action.Form, cancel));
    }

    private Task<FormDefinition?> FormAsync(OpenedCase opened, TaskState task, CancellationToken cancel) =>
        forms.FormAsync(opened.Tenant, opened.Flow.Of(task.Key), task.Form, cancel);

    /// <summary>What the case knows already, so that nobody types it twice. Personal fields stay empty: they are masked on the page.</summary>
    private static Dictionary<string, string> Prefill(OpenedCase opened, FormDefinition? form)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in form is null ? [] : Facts.Fields(form.Fields))
            if (field.Personal is null && opened.State.Variables.Find(field.Key!) is { } value && VariableText.ForField(value) is { } text)
                known[field.Key!] = text;
        return known;
    }
}
