using CaseFlow.Engine.Forms;
using CaseFlow.Runtime;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Documents;
using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Work;
using CaseFlow.Web.Components.Forms;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CaseFlow.Web.Cases;

/// <summary>One task the person may do: claim it, fill its form in, complete, give back or transfer it.</summary>
public sealed partial class TaskPanel
{
    private readonly List<Staged> files = [];
    private IReadOnlyDictionary<string, IReadOnlyList<ChoiceGroup>> choices = new Dictionary<string, IReadOnlyList<ChoiceGroup>>();
    private IReadOnlyList<FormError> errors = [];
    private Refused? problem;
    private ElementReference start;
    private bool focusForm;
    private bool busy;
    private bool transferring;

    [Inject] private WorkDesk Desk { get; set; } = default!;

    [Inject] private StagedUploads Uploads { get; set; } = default!;

    [Inject] private DirectoryChoices Directory { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [CascadingParameter] private Reader Reader { get; set; } = default!;

    [Parameter, EditorRequired] public Guid CaseId { get; set; }

    [Parameter, EditorRequired] public TaskView Task { get; set; } = default!;

    [Parameter, EditorRequired] public TaskDraft Draft { get; set; } = default!;

    [Parameter] public DirectoryNames Names { get; set; } = DirectoryNames.None;

    [Parameter] public IReadOnlyList<ActionView> Actions { get; set; } = [];

    [Parameter] public bool MayTransfer { get; set; }

    /// <summary>The task the page's keys are for.</summary>
    [Parameter] public bool IsFirst { get; set; }

    [Parameter, EditorRequired] public Func<Func<Task<Outcome>>, Task<Outcome>> Act { get; set; } = default!;

    private bool IsMine => Task.Assignee is not null;

    private string Id => $"task-{Task.TaskKey}";

    private string Prefix => $"t{Task.TaskKey}-";

    private string TeamName => Task.Team is not { } team ? "" : Text["Task.Team", Task.TeamUnit?.Here() ?? "", Names.Team(null, team)];

    protected override async Task OnInitializedAsync()
    {
        if (Task.Form is { } form && FormValues.All(form.Fields).Any(field => field.Source is not null)) choices = await Directory.ForAsync(Reader.Tenant);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!focusForm || !IsMine || Task.Form is null) return;
        focusForm = false;
        await start.FocusAsync();
    }

    private async Task ClaimAsync()
    {
        focusForm = true;
        await RunAsync(() => Desk.ClaimAsync(Reader, CaseId, Task.TaskKey));
    }

    private async Task CompleteAsync()
    {
        errors = [];
        // Set before the page is read again, so that an accepted draft isn't taken for a lost one.
        Draft.Sent = true;
        var outcome = await RunAsync(() => Desk.CompleteAsync(Reader, CaseId, Task.TaskKey, Draft.Values.ToPost(Task.Form, Clock.GetUtcNow())), whenRefused: () => Draft.Sent = false);
        if (outcome is Refused { Code: "invalid-form" } refused) errors = refused.Errors.IsDefault ? [] : refused.Errors;
    }

    private async Task<Outcome> RunAsync(Func<Task<Outcome>> command, Action? whenRefused = null)
    {
        busy = true;
        try
        {
            return await Act(async () =>
            {
                var outcome = await command();
                if (outcome is Refused) whenRefused?.Invoke();
                else transferring = false;
                return outcome;
            });
        }
        finally
        {
            busy = false;
        }
    }

    private async Task PickAsync(FormField field, InputFileChangeEventArgs picked)
    {
        (var staged, problem) = await Uploads.StageAsync(Reader, picked.GetMultipleFiles(20));
        files.AddRange(staged);
        Draft.Values.Set(field.Key!, [.. Draft.Values.All(field.Key!), .. staged.Select(file => file.Id.ToString())]);
        Draft.Touched = true;
    }
}
