using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Queries;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Cases;

/// <summary>Hands a task to a team or a person, with a reason.</summary>
public sealed partial class TransferForm
{
    private static readonly string[] OnlyReads = [Roles.Auditor];

    private IReadOnlyList<TeamRow> teams = [];
    private IReadOnlyList<StaffRow> people = [];
    private string? unit;
    private string? to;
    private string? reason;
    private string? missing;

    [Inject] private UnitDirectory Directory { get; set; } = default!;

    [CascadingParameter] private Reader Reader { get; set; } = default!;

    [Parameter, EditorRequired] public TaskView Task { get; set; } = default!;

    [Parameter] public DirectoryNames Names { get; set; } = DirectoryNames.None;

    /// <summary>A user's id or a team, and the reason.</summary>
    [Parameter, EditorRequired] public Func<string?, TeamRef?, string, Task> Transfer { get; set; } = default!;

    [Parameter] public EventCallback OnCancel { get; set; }

    protected override async Task OnInitializedAsync()
    {
        unit = Reader.UnitCode;
        teams = await Directory.TeamsAsync(Reader.Tenant);
        people = await Directory.StaffAsync(Reader.Tenant);
    }

    private string Id(string part) => $"transfer-{Task.TaskKey}-{part}";

    private Task SendAsync()
    {
        missing = string.IsNullOrEmpty(to) ? "Refused.target-missing" : string.IsNullOrWhiteSpace(reason) ? "Refused.reason-missing" : null;
        if (missing is not null) return System.Threading.Tasks.Task.CompletedTask;
        var id = to![(to!.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return to.StartsWith("user:", StringComparison.Ordinal) ? Transfer(id, null, reason!) : Transfer(null, new TeamRef(unit!, id), reason!);
    }
}
