using CaseFlow.Runtime.Queries;
using CaseFlow.Web.Components.Forms;

namespace CaseFlow.Web.Cases;

/// <summary>What a person has typed into the forms of a case's tasks. It outlives the task: who was slower can keep their words.</summary>
public sealed class TaskDrafts
{
    private readonly Dictionary<long, TaskDraft> open = [];
    private readonly List<TaskDraft> lost = [];

    /// <summary>Drafts with something typed whose task went away.</summary>
    public IReadOnlyList<TaskDraft> Lost => lost;

    /// <summary>The draft of a task's form, begun from what the case knows already.</summary>
    public TaskDraft Of(TaskView task)
    {
        if (!open.TryGetValue(task.TaskKey, out var draft))
            open[task.TaskKey] = draft = new TaskDraft(task, task.Form is { } form ? FormValues.Initial(form, task.Prefill) : new FormValues());
        return draft;
    }

    /// <summary>Parts with drafts whose tasks are no longer open: those with words in them are kept as <see cref="Lost"/>.</summary>
    public void Follow(IReadOnlyList<TaskView> tasks)
    {
        foreach (var key in open.Keys.Except(tasks.Select(task => task.TaskKey)).ToList())
            if (open.Remove(key, out var draft) && draft is { Touched: true, Sent: false })
                lost.Add(draft);
    }

    public void Discard(TaskDraft draft) => lost.Remove(draft);
}

/// <param name="Task">As it was when it was last seen.</param>
public sealed record TaskDraft(TaskView Task, FormValues Values)
{
    /// <summary>Something was typed.</summary>
    public bool Touched { get; set; }

    /// <summary>It was accepted.</summary>
    public bool Sent { get; set; }

    /// <summary>What was typed, a line a field, for a person to read.</summary>
    public IEnumerable<(string Label, string Value)> Lines() =>
        FormValues.All(Task.Form?.Fields ?? []).Where(field => field.Key is not null && Values.First(field.Key).Trim().Length > 0)
            .Select(field => (FormWords.Label(field), FormWords.Value(field, Values.All(field.Key!))));
}
