using System.Globalization;
using CaseFlow.Activities;
using CaseFlow.Runtime;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Messages;
using CaseFlow.Runtime.Outbox;
using CaseFlow.Web.Components;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.DeadLetters;

/// <summary>What could not be sent and what nobody waited for: leaders send it again, mend it first, or drop it.</summary>
public sealed partial class DeadLettersPage
{
    private const int PageSize = 50;

    private List<DeadLetterRow>? rows;
    private IReadOnlyList<ExpiredMessage>? messages;
    private string? next;
    private string? problem;
    private string? done;

    [Inject] private DeadLetterDesk Desk { get; set; } = default!;

    [Inject] private RefusalText Words { get; set; } = default!;

    [Inject] private MessageDesk Messages { get; set; } = default!;

    [CascadingParameter] private Reader Reader { get; set; } = default!;

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        var page = await Desk.ListAsync(Reader, null, PageSize);
        (rows, next) = ([.. page.Rows], page.Next);
        messages = await Messages.ListAsync(Reader);
    }

    private async Task MoreAsync()
    {
        var page = await Desk.ListAsync(Reader, next, PageSize);
        (rows, next) = ([.. rows ?? [], .. page.Rows], page.Next);
    }

    private Task ResendAsync(DeadLetterRow row, string? payload, string reason) => TellAsync(Desk.ResendAsync(Reader, row.Key, payload, reason), Text["DeadLetters.Sent", row.CaseNumber]);

    private Task DropAsync(DeadLetterRow row, string reason) => TellAsync(Desk.DropAsync(Reader, row.Key, reason), Text["DeadLetters.Dropped", row.CaseNumber]);

    private async Task TellAsync(Task<Outcome> act, string words)
    {
        problem = await act switch
        {
            Refused { Code: "already-handled" or "not-found" } => Text["DeadLetters.Gone"],
            Refused { Code: "payload" } refused => Text["DeadLetters.Refused", refused.Message],
            Refused refused => Words.Of(refused),
            _ => null,
        };
        done = problem is null ? words : null;
        await ShowAsync();
    }

    private Task SendAgainAsync(ExpiredMessage message, string reason) => ActAsync(Messages.SendAgainAsync(Reader, message.Id, reason), Text["DeadLetters.Sent", message.Name]);

    private Task DropAsync(ExpiredMessage message, string reason) => ActAsync(Messages.DropAsync(Reader, message.Id, reason), Text["DeadLetters.Dropped", message.Name]);

    private async Task ActAsync(Task<bool> act, string words)
    {
        var acted = await act;
        (problem, done) = acted ? ((string?)null, words) : (Text["DeadLetters.Gone"].Value, null);
        await ShowAsync();
    }

    /// <summary>What was typed into the others stays: they are kept by their key.</summary>
    private async Task ShowAsync()
    {
        await ReadAsync();
        // The button is a part's own: without this only that part would be drawn anew.
        StateHasChanged();
    }

    /// <summary>What it is in people's words; the name the flow gave it where there are none.</summary>
    private string What(DeadLetterRow row) => row.Kind switch
    {
        "send-message" => Text["DeadLetters.Message", row.What],
        "broadcast-signal" => Text["DeadLetters.Signal", row.What],
        _ => ActivityCatalogue.Find(row.What)?.Name.In(CultureInfo.CurrentUICulture.Name) ?? row.What,
    };
}
