using System.Globalization;
using CaseFlow.Engine.Migrating;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Migrating;
using CaseFlow.Runtime.Publishing;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Designer.Versions;

/// <summary>Moves the running cases of one version to another: where they stand and go on, what is in the way, then the move itself.</summary>
public sealed partial class MoveCases
{
    // Each case tells its progress; the page shows every so many.
    private const int ShownEvery = 20;

    private readonly Dictionary<string, string> _map = new(StringComparer.Ordinal);
    private MigrationPreview? preview;
    private MigrationResult? result;
    private string reason = "";
    private int to;
    private bool counting;
    private bool moving;

    [Parameter, EditorRequired] public string FlowKey { get; set; } = "";

    [Parameter, EditorRequired] public int From { get; set; }

    /// <summary>Newest first.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<VersionRow> Versions { get; set; } = [];

    /// <summary>The dry run.</summary>
    [Parameter, EditorRequired] public Func<MigrationRequest, Task<MigrationPreview>> Preview { get; set; } = default!;

    [Parameter, EditorRequired] public Func<MigrationRequest, string, IProgress<MigrationResult>, Task<MigrationResult>> Run { get; set; } = default!;

    private List<VersionRow> Targets => [.. Versions.Where(version => version.Version != From)];

    private MigrationRequest Request => new(FlowKey, From, to, MigrationMap.Of(_map));

    protected override Task OnInitializedAsync()
    {
        to = Targets.Select(version => version.Version).FirstOrDefault();
        return to == 0 ? Task.CompletedTask : CountAsync();
    }

    private Task StartAnewAsync()
    {
        _map.Clear();
        preview = null;
        return CountAsync();
    }

    private Task MapAsync(string elementId, string? target)
    {
        if (string.IsNullOrEmpty(target) || target == elementId) _map.Remove(elementId);
        else _map[elementId] = target;
        return CountAsync();
    }

    private async Task CountAsync()
    {
        counting = true;
        preview = await Preview(Request);
        counting = false;
    }

    private async Task MoveAsync()
    {
        moving = true;
        result = await Run(Request, reason.Trim(), new Progress<MigrationResult>(Show));
        moving = false;
    }

    private void Show(MigrationResult soFar)
    {
        if (!moving) return;
        result = soFar;
        if ((soFar.Moved + soFar.Failed) % ShownEvery == 0) StateHasChanged();
    }

    private string ProblemText(string code) => Text["Move.Problem." + code] is { ResourceNotFound: false } known ? known : Text["Move.Problem.other"];

    private static string Here(LocalText text) => text.In(CultureInfo.CurrentUICulture.Name);
}
