using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Queries;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Inbox;

/// <summary>What the address says the inbox is to show, so that going back, a bookmark and a sent link all work.</summary>
public sealed record InboxQuery(InboxView View, string? Kind = null, string? Stage = null, bool OverdueOnly = false, string? Text = null)
{
    public InboxFilter Filter => new(View, Kind, Stage, OverdueOnly, Text);

    public bool IsFiltered => Kind is not null || Stage is not null || OverdueOnly || Text is not null;

    public string Address(NavigationManager navigation) => navigation.GetUriWithQueryParameters("inbox", new Dictionary<string, object?>
    {
        ["view"] = Name(View),
        ["kind"] = Kind,
        ["stage"] = Stage,
        ["late"] = OverdueOnly ? 1 : null,
        ["text"] = Text,
    });

    public static string Name(InboxView view) => view switch { InboxView.Mine => "mine", InboxView.Teams => "teams", _ => "unit" };

    /// <summary>The lists a person has: their own and their teams' when they work, the whole unit when they lead or audit it.</summary>
    public static IReadOnlyList<InboxView> ViewsOf(Reader reader)
    {
        var leads = reader.Is(Roles.Supervisor) || reader.Is(Roles.Admin) || reader.Is(Roles.Auditor);
        var works = reader.Roles.Any(role => role is not Roles.Auditor);
        return [.. works ? new[] { InboxView.Mine, InboxView.Teams } : [], .. leads ? new[] { InboxView.Unit } : []];
    }
}
