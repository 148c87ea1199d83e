using System.Collections.Concurrent;
using System.Collections.Frozen;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Directory;

/// <param name="Path">Codes from the root down, each followed by a slash.</param>
internal sealed record UnitPlace(string Code, string Path);

/// <summary>
/// Finds where a task belongs: the nearest unit at or above the case's that has the team. Held in memory, since every commit asks;
/// another node's change of units or teams is seen within <see cref="MaxAge"/>.
/// </summary>
internal sealed class TeamLocator(Database database, TimeProvider time)
{
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Tenant> _tenants = new();

    /// <summary>The unit of that code; the tenant's root when there is none.</summary>
    public UnitPlace Unit(string tenant, string? code)
    {
        var units = Of(tenant);
        return code is not null && units.ByCode.TryGetValue(code, out var unit) ? unit : units.Root;
    }

    /// <summary>The nearest unit at or above <paramref name="unit"/> that has the team; the unit itself when none has.</summary>
    public UnitPlace Team(string tenant, UnitPlace unit, string? team)
    {
        if (team is null) return unit;
        var units = Of(tenant);
        var codes = unit.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var at = codes.Length - 1; at >= 0; at--)
            if (units.Teams.Contains((codes[at], team)) && units.ByCode.TryGetValue(codes[at], out var found))
                return found;
        return unit;
    }

    /// <summary>Call after units or teams of the tenant were changed.</summary>
    public void Forget(string tenant) => _tenants.TryRemove(tenant, out _);

    private Tenant Of(string tenant)
    {
        var now = time.GetUtcNow();
        if (_tenants.TryGetValue(tenant, out var known) && now - known.ReadAt < MaxAge) return known;
        return _tenants[tenant] = Read(tenant, now);
    }

    private Tenant Read(string tenant, DateTimeOffset now)
    {
        using var context = database.Open(ReadScope.Whole(tenant));
        var units = context.Units.AsNoTracking().OrderBy(unit => unit.Path).ToList();
        var teams = context.Teams.AsNoTracking().Select(team => new { team.UnitCode, team.Key }).ToList();
        var places = units.ToFrozenDictionary(unit => unit.Code, unit => new UnitPlace(unit.Code, unit.Path));
        var root = units.Find(unit => unit.Parent is null) is { } top ? places[top.Code] : new UnitPlace("", "");
        return new Tenant(now, places, root, teams.Select(team => (team.UnitCode, team.Key)).ToFrozenSet());
    }

    private sealed record Tenant(DateTimeOffset ReadAt, FrozenDictionary<string, UnitPlace> ByCode, UnitPlace Root, FrozenSet<(string Unit, string Team)> Teams);
}
