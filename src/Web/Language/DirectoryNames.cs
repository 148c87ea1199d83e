using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Directory;

namespace CaseFlow.Web.Language;

/// <summary>Names of units and teams as they stand, for lists that carry codes.</summary>
public sealed class DirectoryNames
{
    private readonly Dictionary<string, UnitRow> units;
    private readonly Dictionary<TeamRef, LocalText> teams;
    private readonly Dictionary<string, LocalText> teamKeys;

    private DirectoryNames(IReadOnlyList<UnitRow> units, IReadOnlyList<TeamRow> teams)
    {
        Units = units;
        this.units = units.ToDictionary(unit => unit.Code, StringComparer.Ordinal);
        this.teams = teams.ToDictionary(team => new TeamRef(team.Unit, team.Key), team => team.Name);
        teamKeys = teams.DistinctBy(team => team.Key).ToDictionary(team => team.Key, team => team.Name, StringComparer.Ordinal);
    }

    public static DirectoryNames None { get; } = new([], []);

    public IReadOnlyList<UnitRow> Units { get; }

    public static async Task<DirectoryNames> ReadAsync(UnitDirectory directory, string tenant, CancellationToken cancel = default) =>
        new(await directory.UnitsAsync(tenant, cancel), await directory.TeamsAsync(tenant, cancel));

    /// <summary>The unit's name, or its code when it is gone.</summary>
    public string Unit(string code) => units.TryGetValue(code, out var unit) ? unit.Name.Here() : code;

    /// <summary>The team's name in that unit, or what teams of its key are called elsewhere.</summary>
    public string Team(string? unit, string key) =>
        (unit is not null && teams.TryGetValue(new TeamRef(unit, key), out var name)) || teamKeys.TryGetValue(key, out name) ? name.Here() : key;
}
