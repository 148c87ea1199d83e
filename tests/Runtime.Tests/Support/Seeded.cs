using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Seeding;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Support;

/// <summary>A bureau with the demonstration's units, teams and people.</summary>
internal static class Seeded
{
    public const string Tenant = DevelopmentSeed.Tenant;

    public static async Task<Bureau> OpenAsync(string? workflows = null)
    {
        var bureau = await Bureau.OpenAsync();
        await bureau.Get<DevelopmentSeed>().RunAsync(new SeedOptions(Tenant, workflows, workflows is not null, Demo: true, Password: null));
        return bureau;
    }

    /// <summary>The demonstration and the flow <c>help</c>, on a database that is there.</summary>
    public static async Task<Bureau> SeedAsync(this Bureau bureau)
    {
        await bureau.Get<DevelopmentSeed>().RunAsync(new SeedOptions(Tenant, Requests.Flows, Flows: true, Demo: true, Password: null));
        return bureau;
    }

    /// <summary>The reader of a demonstration account.</summary>
    public static async Task<Reader> ReaderAsync(this Bureau bureau, string userName)
    {
        await using var context = bureau.Database.OpenUnscoped();
        var id = await context.Users.Where(user => user.UserName == userName).Select(user => user.Id).SingleAsync();
        return await bureau.Get<UnitDirectory>().ReaderAsync(id) ?? throw new InvalidOperationException($"Expected a reader for {userName}.");
    }
}
