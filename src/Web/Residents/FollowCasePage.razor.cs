using System.Collections.Immutable;
using CaseFlow.Engine.Forms;
using CaseFlow.Runtime;
using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Work;
using CaseFlow.Web.Security;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Residents;

/// <summary>
/// The reporter's view of a case: what it is, where it stands, who is on it, what is promised, what they can do. After each accepted
/// post the page is loaded anew, so that reloading never sends anything twice.
/// </summary>
public sealed partial class FollowCasePage
{
    private FollowTicket? ticket;
    private string? said;
    private Refused? refusal;
    private string? refusedForm;

    private PublicCase? Case { get; set; }

    [CascadingParameter] private HttpContext Context { get; set; } = default!;

    [Inject] private FollowDesk Desk { get; set; } = default!;

    [Inject] private ProtectedCookie<FollowTicket> Tickets { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    /// <summary>What was just done, after the page was loaded anew.</summary>
    [SupplyParameterFromQuery] private string? Done { get; set; }

    protected override async Task OnInitializedAsync()
    {
        ticket = Tickets.Get(Context);
        if (ticket is not null) Case = await Desk.FindAsync(ticket.Number, ticket.Code, Context.RequestAborted);
        if (Case is null) Navigation.NavigateTo("/follow");
        said = Done is "answer" or "action" or "file" ? Done : null;
    }

    private ImmutableArray<FormError> ErrorsOf(string form) => refusedForm == form && refusal is { Errors.IsDefault: false } ? refusal.Errors : [];

    private bool IsOpen(string form) => refusedForm == form || Context.Request.HasFormContentType && Context.Request.Form["_handler"] == form;

    private async Task AnswerAsync(QuestionView question, FormPost post) =>
        Show($"answer-{question.TaskKey}", "answer", await Desk.AnswerAsync(ticket!.Number, ticket.Code, question.TaskKey, post));

    private async Task ActAsync(ActionView action, FormPost post) =>
        Show($"act-{action.SubscriptionKey}", "action", await Desk.ActAsync(ticket!.Number, ticket.Code, action.SubscriptionKey, post));

    private async Task AttachAsync()
    {
        foreach (var file in Context.Request.Form.Files.Where(file => file.Length > 0))
        {
            await using var content = file.OpenReadStream();
            var outcome = await Desk.AttachAsync(ticket!.Number, ticket.Code, file.FileName, content, Context.RequestAborted);
            if (outcome is Refused)
            {
                Show("attach", "file", outcome);
                return;
            }
        }

        GoOn("file");
    }

    private void Show(string form, string word, Outcome outcome)
    {
        if (outcome is Refused no) (refusal, refusedForm, said) = (no, form, null);
        else GoOn(word);
    }

    private void GoOn(string word) => Navigation.NavigateTo($"/follow/case?done={word}");

    private void Close()
    {
        Tickets.Clear(Context);
        Navigation.NavigateTo("/follow");
    }
}
