using System.Collections.Frozen;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Directory;

/// <summary>A tenant's directory as it stood when read.</summary>
internal sealed class DirectorySnapshot
{
    private readonly FrozenDictionary<string, string> _names;
    private readonly FrozenSet<(string UserId, TeamRef Team)> _members;

    private DirectorySnapshot(UnitTree tree, IReadOnlyList<StaffRow> staff, Dictionary<string, string> names, FrozenSet<(string, TeamRef)> members)
    {
        Tree = tree;
        Staff = staff;
        _names = names.ToFrozenDictionary(StringComparer.Ordinal);
        _members = members;
    }

    public UnitTree Tree { get; }

    public IReadOnlyList<StaffRow> Staff { get; }

    /// <summary>The person's name, also when they have left.</summary>
    public string NameOf(string userId) => _names.GetValueOrDefault(userId, userId);

    public bool IsStaff(string userId) => Staff.Any(person => person.UserId == userId);

    public bool IsMember(string userId, TeamRef team) => _members.Contains((userId, team));

    public static async Task<DirectorySnapshot> ReadAsync(Database database, string tenant, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        var users = await context.Users.AsNoTracking().Where(user => user.Tenant == tenant).OrderBy(user => user.UnitCode).ThenBy(user => user.DisplayName).ToListAsync(cancel);
        var roles = await RolesAsync(context, tenant, cancel);
        var members = await context.TeamMembers.AsNoTracking().ToListAsync(cancel);
        var staff = users.Where(user => user.DisabledAt is null).Select(user => new StaffRow(user.Id, user.DisplayName, user.UnitCode, [.. roles[user.Id]]));
        return new DirectorySnapshot(
            await TreeAsync(context, members, cancel), [.. staff], users.ToDictionary(user => user.Id, user => user.DisplayName),
            members.Select(row => (row.UserId, new TeamRef(row.UnitCode, row.TeamKey))).ToFrozenSet());
    }

    private static async Task<UnitTree> TreeAsync(CaseFlowDbContext context, List<TeamMemberRecord> members, CancellationToken cancel)
    {
        var sizes = members.CountBy(row => new TeamRef(row.UnitCode, row.TeamKey)).ToDictionary();
        var units = await context.Units.AsNoTracking().ToListAsync(cancel);
        var teams = await context.Teams.AsNoTracking().OrderBy(team => team.UnitCode).ThenBy(team => team.Key).ToListAsync(cancel);
        return new UnitTree(
            units.Select(unit => new UnitRow(unit.Code, unit.Parent, unit.Path, unit.Kind, new LocalText(unit.Name, unit.NameEnglish))),
            teams.Select(team => new TeamRow(team.UnitCode, team.Key, new LocalText(team.Name, team.NameEnglish), sizes.GetValueOrDefault(new TeamRef(team.UnitCode, team.Key)))));
    }

    private static async Task<ILookup<string, string>> RolesAsync(CaseFlowDbContext context, string tenant, CancellationToken cancel)
    {
        var held = from user in context.Users
                   where user.Tenant == tenant
                   join holding in context.UserRoles on user.Id equals holding.UserId
                   join role in context.Roles on holding.RoleId equals role.Id
                   orderby role.Name
                   select new { user.Id, role.Name };
        return (await held.ToListAsync(cancel)).ToLookup(row => row.Id, row => row.Name!);
    }
}
