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

    private Task ResendAsync(DeadLetterRow row, string? payload, string reason) => TellAsync(Desk.ResendAsync(Reader, row.Key, payload, reason));

    private Task DropAsync(DeadLetterRow row, string reason) => TellAsync(Desk.DropAsync(Reader, row.Key, reason));

    private async Task TellAsync(Task<Outcome> act)
    {
        problem = await act switch
        {
            Refused { Code: "already-handled" or "not-found" } => Text["DeadLetters.Gone"],
            Refused { Code: "payload" } refused => Text["DeadLetters.Refused", refused.Message],
            Refused refused => Words.Of(refused),
            _ => null,
        };
        // What was typed into the others stays: they are kept by their key.
        await ReadAsync();
    }

    private async Task ActAsync(Task<bool> act)
    {
        problem = await act ? null : Text["DeadLetters.Gone"].Value;
        await ReadAsync();
    }
}
