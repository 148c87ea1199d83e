using CaseFlow.Engine.Forms;
using CaseFlow.Runtime;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Documents;
using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Work;
using CaseFlow.Web.Components.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CaseFlow.Web.Cases;

/// <summary>The form of a case action: return with a ground, ask for an extension, hold, merge…</summary>
public sealed partial class ActionForm
{
    private readonly List<Staged> files = [];
    private FormValues values = new();
    private IReadOnlyDictionary<string, IReadOnlyList<ChoiceGroup>> choices = new Dictionary<string, IReadOnlyList<ChoiceGroup>>();
    private IReadOnlyList<FormError> errors = [];
    private Refused? problem;
    private bool busy;

    [Inject] private WorkDesk Desk { get; set; } = default!;

    [Inject] private StagedUploads Uploads { get; set; } = default!;

    [Inject] private DirectoryChoices Directory { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [CascadingParameter] private Reader Reader { get; set; } = default!;

    [Parameter, EditorRequired] public Guid CaseId { get; set; }

    [Parameter, EditorRequired] public ActionView Action { get; set; } = default!;

    [Parameter, EditorRequired] public Func<Func<Task<Outcome>>, Task<Outcome>> Act { get; set; } = default!;

    [Parameter] public EventCallback OnClosed { get; set; }

    private string Prefix => $"a{Action.SubscriptionKey}-";

    protected override async Task OnInitializedAsync()
    {
        if (Action.Form is not { } form) return;
        values = FormValues.Initial(form);
        if (FormValues.All(form.Fields).Any(field => field.Source is not null)) choices = await Directory.ForAsync(Reader.Tenant);
    }

    private async Task SendAsync()
    {
        (busy, errors) = (true, []);
        switch (await Act(() => Desk.ActAsync(Reader, CaseId, Action.SubscriptionKey, values.ToPost(Action.Form, Clock.GetUtcNow()))))
        {
            case Done:
                await OnClosed.InvokeAsync();
                break;
            case Refused { Errors.IsDefault: false } refused:
                errors = refused.Errors;
                break;
        }

        busy = false;
    }

    private async Task PickAsync(FormField field, InputFileChangeEventArgs picked)
    {
        (var staged, problem) = await Uploads.StageAsync(Reader, picked.GetMultipleFiles(20));
        files.AddRange(staged);
        values.Set(field.Key!, [.. values.All(field.Key!), .. staged.Select(file => file.Id.ToString())]);
    }
}
