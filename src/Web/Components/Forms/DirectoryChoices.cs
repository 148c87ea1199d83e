using CaseFlow.Engine.Forms;
using CaseFlow.Runtime.Directory;

namespace CaseFlow.Web.Components.Forms;

/// <summary>Options that a form's fields take from the directory.</summary>
internal sealed class DirectoryChoices(UnitDirectory directory)
{
    /// <summary>By source: units, teams, grids.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<FormOption>>> ForAsync(string tenant, CancellationToken cancel = default)
    {
        var units = await directory.UnitsAsync(tenant, cancel);
        var teams = await directory.TeamsAsync(tenant, cancel);
        return new Dictionary<string, IReadOnlyList<FormOption>>(StringComparer.Ordinal)
        {
            ["units"] = [.. units.Where(unit => unit.Kind != "grid").Select(Option)],
            ["grids"] = [.. units.Where(unit => unit.Kind == "grid").Select(Option)],
            ["teams"] = [.. teams.DistinctBy(team => team.Key).Select(team => new FormOption(team.Key, team.Name))],
        };
    }

    private static FormOption Option(UnitRow unit) => new(unit.Code, unit.Name);
}
