using CaseFlow.Runtime.Queries;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Cases;

/// <summary>What a leader can do about one incident: try again, put its data right, or skip the step.</summary>
public sealed partial class IncidentActions
{
    private readonly Dictionary<string, string?> typed = new(StringComparer.Ordinal);
    private Shown shown;
    private string? flow;
    private string? otherName;
    private string? otherValue;
    private string? reason;
    private string? missing;

    private enum Shown
    {
        None,
        Skip,
        Mend,
    }

    [Parameter, EditorRequired] public IncidentView Incident { get; set; } = default!;

    [Parameter] public EventCallback Retry { get; set; }

    /// <summary>The sequence flow to go on by (null: no choice), and why.</summary>
    [Parameter, EditorRequired] public Func<string?, string, Task> Skip { get; set; } = default!;

    /// <summary>What was typed, by variable, and why.</summary>
    [Parameter, EditorRequired] public Func<IReadOnlyDictionary<string, string?>, string, Task> Mend { get; set; } = default!;

    private string Id(string part) => $"incident-{Incident.Key}-{part}";

    private string Open(Shown which) => shown == which ? "true" : "false";

    private void Show(Shown which)
    {
        shown = shown == which ? Shown.None : which;
        missing = null;
    }

    private async Task SendAsync()
    {
        var changed = Typed();
        missing = shown == Shown.Skip && Incident.Ways.Count > 0 && flow is null ? "Refused.choice-missing"
            : shown == Shown.Mend && changed.Count == 0 ? "Refused.nothing-to-mend"
            : string.IsNullOrWhiteSpace(reason) ? "Refused.reason-missing"
            : null;
        if (missing is not null) return;
        var (task, why) = (shown, reason!.Trim());
        shown = Shown.None;
        await (task == Shown.Skip ? Skip(flow, why) : Mend(changed, why));
    }

    private Dictionary<string, string?> Typed()
    {
        var changed = new Dictionary<string, string?>(typed, StringComparer.Ordinal);
        if (!string.IsNullOrWhiteSpace(otherName)) changed[otherName.Trim()] = otherValue;
        return changed;
    }
}
