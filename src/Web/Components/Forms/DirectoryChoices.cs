using CaseFlow.Engine.Forms;
using CaseFlow.Runtime.Directory;

namespace CaseFlow.Web.Components.Forms;

/// <summary>Options that a form's fields take from the directory.</summary>
public sealed class DirectoryChoices(UnitDirectory directory)
{
    /// <summary>By source: units, teams, grids (under their community).</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<ChoiceGroup>>> ForAsync(string tenant, CancellationToken cancel = default)
    {
        var units = await directory.UnitsAsync(tenant, cancel);
        var teams = await directory.TeamsAsync(tenant, cancel);
        var names = units.ToDictionary(unit => unit.Code, unit => unit.Name, StringComparer.Ordinal);
        return new Dictionary<string, IReadOnlyList<ChoiceGroup>>(StringComparer.Ordinal)
        {
            ["units"] = [new ChoiceGroup(null, [.. units.Where(unit => unit.Kind != "grid").Select(Option)])],
            ["grids"] = [.. units.Where(unit => unit.Kind == "grid").GroupBy(unit => unit.Parent ?? "")
                .Select(group => new ChoiceGroup(names.GetValueOrDefault(group.Key), [.. group.Select(Option)]))],
            ["teams"] = [new ChoiceGroup(null, [.. teams.DistinctBy(team => team.Key).Select(team => new FormOption(team.Key, team.Name))])],
        };
    }

    private static FormOption Option(UnitRow unit) => new(unit.Code, unit.Name);
}
