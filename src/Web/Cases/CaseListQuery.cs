using CaseFlow.Runtime.Queries;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Cases;

/// <summary>What the address says the case list is to show.</summary>
public sealed record CaseListQuery(string? Text = null, string? Kind = null, string? Flow = null, string? State = null, string? Unit = null, bool OverdueOnly = false)
{
    public const string Open = "open";
    public const string Closed = "closed";

    public CaseFilter Filter => new(Text, Kind, Flow, State switch { Open => true, Closed => false, _ => null }, Unit, OverdueOnly);

    public bool IsFiltered => this != new CaseListQuery();

    public string Address(NavigationManager navigation) => navigation.GetUriWithQueryParameters("cases", new Dictionary<string, object?>
    {
        ["text"] = Text,
        ["kind"] = Kind,
        ["flow"] = Flow,
        ["state"] = State,
        ["unit"] = Unit,
        ["late"] = OverdueOnly ? 1 : null,
    });
}
