using System.Collections.Frozen;
using System.Collections.Immutable;
using CaseFlow.Engine.Model;

namespace CaseFlow.Runtime.Directory;

/// <summary>Units and teams of one tenant as they stand at a moment; immutable, so a step and a page see one truth.</summary>
public sealed class UnitTree
{
    private readonly FrozenDictionary<string, UnitRow> _units;
    private readonly FrozenDictionary<TeamRef, TeamRow> _teams;

    public UnitTree(IEnumerable<UnitRow> units, IEnumerable<TeamRow> teams)
    {
        Units = [.. units.OrderBy(unit => unit.Path, StringComparer.Ordinal)];
        Teams = [.. teams];
        _units = Units.ToFrozenDictionary(unit => unit.Code, StringComparer.Ordinal);
        _teams = Teams.ToFrozenDictionary(team => new TeamRef(team.Unit, team.Key));
    }

    /// <summary>In the order of their paths: a unit stands right before the units below it.</summary>
    public ImmutableArray<UnitRow> Units { get; }

    public ImmutableArray<TeamRow> Teams { get; }

    /// <summary>The unit above all others; null in a tenant without units.</summary>
    public UnitRow? Root => Units.FirstOrDefault(unit => unit.Parent is null);

    public UnitRow? Find(string? code) => code is not null && _units.TryGetValue(code, out var unit) ? unit : null;

    public TeamRow? Find(TeamRef team) => _teams.GetValueOrDefault(team);

    /// <summary>The unit's name, or its code when nobody knows it.</summary>
    public LocalText NameOf(string code) => Find(code)?.Name ?? new LocalText(code, code);

    /// <summary>The team of that key in the unit, or in the nearest unit above that has one. Null: none up to the root.</summary>
    public TeamRef? TeamFor(string? unit, string team)
    {
        for (var at = Find(unit); at is not null; at = Find(at.Parent))
        {
            var found = new TeamRef(at.Code, team);
            if (_teams.ContainsKey(found)) return found;
        }

        return null;
    }
}
