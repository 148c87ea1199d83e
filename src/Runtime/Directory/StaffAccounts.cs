using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Directory;

/// <summary>Makes accounts from the command line: the first administrator of a site, or a new password for somebody who is locked out.</summary>
public sealed class StaffAccounts
{
    private const int ShortestPassword = 10;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal StaffAccounts(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Makes the account. A tenant without any unit gets the one that is named, as its top.</summary>
    /// <returns>What is wrong, and nothing was changed; null: done.</returns>
    public async Task<string?> AddAsync(NewAccount account, string password, CancellationToken cancel = default)
    {
        if (Problem(account, password) is { } problem) return problem;
        await using var context = _database.Open(ReadScope.Whole(account.Tenant));
        var name = account.UserName.ToUpperInvariant();
        if (await context.Users.AnyAsync(user => user.NormalizedUserName == name, cancel)) return $"Expected a new name, but there is an account {account.UserName}.";
        if (!await context.Units.AnyAsync(cancel)) context.Units.Add(Top(account));
        else if (!await context.Units.AnyAsync(unit => unit.Code == account.Unit, cancel)) return $"Expected the code of a unit, but {account.Tenant} has no unit {account.Unit}.";
        if (!await context.Roles.AnyAsync(role => role.Id == account.Role, cancel)) context.Roles.Add(new IdentityRole(account.Role) { Id = account.Role, NormalizedName = account.Role.ToUpperInvariant() });
        var user = User(account, password);
        context.Users.Add(user);
        context.UserRoles.Add(new IdentityUserRole<string> { UserId = user.Id, RoleId = account.Role });
        await context.SaveChangesAsync(cancel);
        return null;
    }

    /// <summary>A new password; the account may be tried again at once, and whoever is signed in under it is signed out within a minute.</summary>
    /// <returns>What is wrong, and nothing was changed; null: done.</returns>
    public async Task<string?> SetPasswordAsync(string tenant, string userName, string password, CancellationToken cancel = default)
    {
        if (password.Length < ShortestPassword) return TooShort;
        await using var context = _database.Open(ReadScope.Whole(tenant));
        var name = userName.ToUpperInvariant();
        var user = await context.Users.SingleOrDefaultAsync(user => user.Tenant == tenant && user.NormalizedUserName == name, cancel);
        if (user is null) return $"Expected an account, but {tenant} has no {userName}.";
        user.PasswordHash = Hash(user, password);
        user.SecurityStamp = NewId();
        (user.LockoutEnd, user.AccessFailedCount) = (null, 0);
        await context.SaveChangesAsync(cancel);
        return null;
    }

    private static string TooShort => $"Expected a password of at least {ShortestPassword} characters on the first line of the input, but it is shorter.";

    private static string? Problem(NewAccount account, string password) =>
        password.Length < ShortestPassword ? TooShort
        : account.UserName.Length == 0 || account.UserName.Any(letter => !char.IsAsciiLetterOrDigit(letter) && !"-._@+".Contains(letter, StringComparison.Ordinal)) ? $"Expected a name of letters, digits and -._@+, but found '{account.UserName}'."
        : !Roles.All.Contains(account.Role) ? $"Expected one of the roles {string.Join(", ", Roles.All)}, but found '{account.Role}'."
        : account.Unit.Length == 0 || account.Unit.Contains('/', StringComparison.Ordinal) ? $"Expected the code of a unit, but found '{account.Unit}'."
        : null;

    private static UnitRecord Top(NewAccount account) =>
        new() { Tenant = account.Tenant, Code = account.Unit, Path = account.Unit + "/", Kind = "district", Name = account.UnitName ?? account.Unit };

    private StaffUser User(NewAccount account, string password)
    {
        var user = new StaffUser
        {
            Id = NewId(),
            UserName = account.UserName,
            NormalizedUserName = account.UserName.ToUpperInvariant(),
            DisplayName = account.DisplayName ?? account.UserName,
            Tenant = account.Tenant,
            UnitCode = account.Unit,
            SecurityStamp = NewId(),
            LockoutEnabled = true,
        };
        user.PasswordHash = Hash(user, password);
        return user;
    }

    private string NewId() => Guid.CreateVersion7(_time.GetUtcNow()).ToString("N");

    private static string Hash(StaffUser user, string password) => new PasswordHasher<StaffUser>().HashPassword(user, password);
}

/// <param name="Unit">Code of the unit the person works in.</param>
/// <param name="UnitName">For a tenant that has no unit yet; its code when null.</param>
public sealed record NewAccount(string Tenant, string UserName, string? DisplayName, string Role, string Unit, string? UnitName);
