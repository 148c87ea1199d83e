using System.Collections.Immutable;

namespace CaseFlow.Runtime.Directory;

/// <summary>
/// Who is asking: every query and command of a person takes one, so a list can't be asked for without its scope.
/// People see the cases of their unit and below.
/// </summary>
/// <param name="UnitPath">Codes from the district down, each followed by a slash: <c>d1/s2/c5/</c>; scope is this prefix.</param>
/// <param name="Teams">Teams the person is a member of.</param>
public sealed record Reader(
    string UserId, string DisplayName, string Tenant, string UnitCode, string UnitPath,
    ImmutableHashSet<string> Roles, ImmutableArray<TeamRef> Teams)
{
    public bool Is(string role) => Roles.Contains(role);
}

/// <param name="Unit">Unit code.</param>
/// <param name="Team">Team key, e.g. <c>intake</c>, <c>handler</c>, <c>callback</c>, <c>supervisor</c>, <c>station</c>, <c>duty</c>.</param>
public sealed record TeamRef(string Unit, string Team);
