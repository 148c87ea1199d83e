using CaseFlow.Runtime.Queries;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Cases;

/// <summary>Who asked, masked. Shown in full only for a stated purpose, which is recorded with the reading.</summary>
public sealed partial class ReporterCard
{
    private const string Other = "other";

    private static readonly string[] Purposes = ["contact", "visit", "verify", Other];

    private PersonView? full;
    private bool asking;
    private bool refused;
    private string purpose = Purposes[0];
    private string? words;

    [Parameter, EditorRequired] public PersonView? Person { get; set; }

    /// <summary>Reads the person in full for a purpose; null when refused.</summary>
    [Parameter, EditorRequired] public Func<string, Task<PersonView?>> Reveal { get; set; } = default!;

    /// <summary>A purpose of the list is recorded by its name, so that an auditor reads it in their own language.</summary>
    private async Task RevealAsync()
    {
        full = await Reveal(purpose == Other ? words!.Trim() : purpose);
        (refused, asking) = (full is null, false);
    }
}
