using CaseFlow.Runtime.Directory;

namespace CaseFlow.Runtime.Storage.Commits;

/// <summary>Where a row stands: every row of a case has both, first in its indexes.</summary>
/// <param name="Path">Codes from the root down, each followed by a slash.</param>
internal sealed record UnitPlace(string Code, string Path)
{
    /// <summary>The unit of that code; the root when there is none such.</summary>
    public static UnitPlace Of(UnitTree tree, string? code) =>
        (tree.Find(code) ?? tree.Root) is { } unit ? new UnitPlace(unit.Code, unit.Path) : new UnitPlace("", "");

    /// <summary>The nearest unit at or above this one that has the team; this one when none has.</summary>
    public UnitPlace WithTeam(UnitTree tree, string? team) =>
        team is not null && tree.TeamFor(Code, team) is { } found ? Of(tree, found.Unit) : this;
}
