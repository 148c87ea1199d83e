using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Directory;

/// <summary>Units, teams and people of a tenant. Small and read often: held in memory, reloaded when changed.</summary>
public sealed class UnitDirectory
{
    /// <summary>How old the copy in memory may get: a change made on another node shows after this.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(15);

    private readonly FreshCache<string, DirectorySnapshot> _snapshots;
    private readonly Database _database;

    internal UnitDirectory(Database database, TimeProvider time)
    {
        _database = database;
        _snapshots = new(Freshness, time, tenant => DirectorySnapshot.ReadAsync(database, tenant, default));
    }

    public async Task<IReadOnlyList<UnitRow>> UnitsAsync(string tenant, CancellationToken cancel = default) => (await TreeAsync(tenant, cancel)).Units;

    public async Task<IReadOnlyList<TeamRow>> TeamsAsync(string tenant, CancellationToken cancel = default) => (await TreeAsync(tenant, cancel)).Teams;

    /// <summary>People who may sign in, by unit and name.</summary>
    public async Task<IReadOnlyList<StaffRow>> StaffAsync(string tenant, CancellationToken cancel = default) =>
        (await SnapshotAsync(tenant, cancel)).Staff;

    /// <summary>Units and teams as they stand.</summary>
    public async Task<UnitTree> TreeAsync(string tenant, CancellationToken cancel = default) => (await SnapshotAsync(tenant, cancel)).Tree;

    /// <summary>Members of a team: who may claim its tasks.</summary>
    public async Task<IReadOnlyList<StaffRow>> MembersAsync(string tenant, TeamRef team, CancellationToken cancel = default)
    {
        var snapshot = await SnapshotAsync(tenant, cancel);
        return [.. snapshot.Staff.Where(person => snapshot.IsMember(person.UserId, team))];
    }

    /// <summary>The reader for a signed-in user, with live team membership; null when the user is gone or disabled.</summary>
    public async Task<Reader?> ReaderAsync(string userId, CancellationToken cancel = default)
    {
        await using var context = _database.OpenUnscoped();
        var user = await context.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == userId && row.DisabledAt == null, cancel);
        if (user is null || (await TreeAsync(user.Tenant, cancel)).Find(user.UnitCode) is not { } unit) return null;
        var roles = await context.UserRoles.Where(row => row.UserId == userId)
            .Join(context.Roles, held => held.RoleId, role => role.Id, (_, role) => role.Name!).ToListAsync(cancel);
        var teams = await context.TeamMembers.IgnoreQueryFilters().Where(row => row.Tenant == user.Tenant && row.UserId == userId)
            .OrderBy(row => row.UnitCode).ThenBy(row => row.TeamKey).Select(row => new TeamRef(row.UnitCode, row.TeamKey)).ToListAsync(cancel);
        return new Reader(user.Id, user.DisplayName, user.Tenant, unit.Code, unit.Path, [.. roles], [.. teams]);
    }

    /// <summary>To be called after a change of units, teams, members or people.</summary>
    internal void Forget(string tenant) => _snapshots.Forget(tenant);

    internal ValueTask<DirectorySnapshot> SnapshotAsync(string tenant, CancellationToken cancel) => _snapshots.OfAsync(tenant, cancel);
}
