using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Seeding;

/// <summary>Writes the units, teams and people of the demonstration, once.</summary>
internal sealed class DemoTenant(Database database, UnitDirectory directory, TimeProvider time)
{
    /// <summary>When the tenant has units already, only demonstration accounts that still lack a password get it.</summary>
    public async Task AddAsync(string tenant, string? password, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        // One hash for all: hashing sixty passwords would take seconds of every first start.
        var hash = password is null ? null : new PasswordHasher<StaffUser>().HashPassword(new StaffUser(), password);
        if (await context.Units.AnyAsync(cancel))
        {
            await GivePasswordAsync(context, tenant, hash, cancel);
            return;
        }

        AddUnits(context, tenant);
        var roles = await RolesAsync(context, cancel);
        foreach (var person in DemoPeople.All()) AddPerson(context, tenant, person, roles, hash);
        await context.SaveChangesAsync(cancel);
        directory.Forget(tenant);
    }

    /// <summary>A database that the command line filled has accounts nobody can sign in with.</summary>
    private static async Task GivePasswordAsync(CaseFlowDbContext context, string tenant, string? hash, CancellationToken cancel)
    {
        if (hash is null) return;
        var names = DemoPeople.All().Select(person => person.UserName).ToList();
        await context.Users.Where(user => user.Tenant == tenant && user.PasswordHash == null && names.Contains(user.UserName!))
            .ExecuteUpdateAsync(row => row.SetProperty(user => user.PasswordHash, hash), cancel);
    }

    private static void AddUnits(CaseFlowDbContext context, string tenant)
    {
        context.Units.AddRange(DemoUnits.All().Select(unit => new UnitRecord
        {
            Tenant = tenant,
            Code = unit.Code,
            Parent = unit.Parent,
            Path = unit.Path,
            Kind = unit.Kind,
            Name = unit.Name.Text,
            NameEnglish = unit.Name.English,
        }));
        context.Teams.AddRange(DemoTeams.All().Select(team => new TeamRecord
        {
            Tenant = tenant,
            UnitCode = team.Unit,
            Key = team.Key,
            Name = team.Name.Text,
            NameEnglish = team.Name.English,
        }));
    }

    private void AddPerson(CaseFlowDbContext context, string tenant, DemoPerson person, Dictionary<string, string> roles, string? hash)
    {
        var user = new StaffUser
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
            UserName = person.UserName,
            NormalizedUserName = person.UserName.ToUpperInvariant(),
            DisplayName = person.DisplayName,
            Tenant = tenant,
            UnitCode = person.Unit,
            PasswordHash = hash,
            SecurityStamp = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
            LockoutEnabled = true,
        };
        context.Users.Add(user);
        context.UserRoles.AddRange(person.Roles.Select(role => new IdentityUserRole<string> { UserId = user.Id, RoleId = roles[role] }));
        context.TeamMembers.AddRange(person.Teams.Select(team => new TeamMemberRecord { Tenant = tenant, UnitCode = team.Unit, TeamKey = team.Team, UserId = user.Id }));
    }

    private static async Task<Dictionary<string, string>> RolesAsync(CaseFlowDbContext context, CancellationToken cancel)
    {
        var known = await context.Roles.ToDictionaryAsync(role => role.Name!, role => role.Id, cancel);
        foreach (var name in Roles.All.Where(name => !known.ContainsKey(name)))
        {
            context.Roles.Add(new IdentityRole(name) { Id = name, NormalizedName = name.ToUpperInvariant() });
            known[name] = name;
        }

        return known;
    }
}
