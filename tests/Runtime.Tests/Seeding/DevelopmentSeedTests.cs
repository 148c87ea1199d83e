using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Recomputing;
using CaseFlow.Runtime.Seeding;
using CaseFlow.Runtime.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Seeding;

public sealed class DevelopmentSeedTests
{
    [Fact]
    public async Task Fills_an_empty_database_once()
    {
        await using var bureau = await Seeded.OpenAsync();
        var before = await bureau.Get<UnitDirectory>().StaffAsync(Seeded.Tenant);

        await bureau.Get<DevelopmentSeed>().RunAsync(new SeedOptions(Seeded.Tenant, null, Flows: false, Demo: true, "another"));

        await using var context = bureau.Database.OpenUnscoped();
        Assert.Equal(before.Count, await context.Users.CountAsync());
        Assert.Equal(DemoAccounts.All.Count, before.Count);
    }

    [Fact]
    public async Task Gives_a_password_only_when_told_to()
    {
        await using var without = await Seeded.OpenAsync();
        await using var with = await Bureau.OpenAsync();
        await with.Get<DevelopmentSeed>().RunAsync(new SeedOptions(Seeded.Tenant, null, Flows: false, Demo: true, DemoAccounts.Password));

        await using var none = without.Database.OpenUnscoped();
        Assert.Empty(await none.Users.Where(user => user.PasswordHash != null).ToListAsync());
        await using var some = with.Database.OpenUnscoped();
        var admin = await some.Users.SingleAsync(user => user.UserName == "admin");
        Assert.NotEqual(PasswordVerificationResult.Failed, new PasswordHasher<CaseFlow.Runtime.Storage.Records.StaffUser>().VerifyHashedPassword(admin, admin.PasswordHash!, DemoAccounts.Password));
    }

    [Fact]
    public void Finds_the_workflows_folder_from_below()
    {
        var folder = SeedOptions.FindWorkflows(AppContext.BaseDirectory);

        Assert.NotNull(folder);
        Assert.True(System.IO.Directory.Exists(Path.Combine(folder, "calendars")));
    }

    [Fact]
    public async Task Leaves_a_shipped_calendar_alone_that_an_admin_has_changed()
    {
        var workflows = SeedOptions.FindWorkflows(AppContext.BaseDirectory);
        await using var bureau = await Seeded.OpenAsync(workflows);
        var (desk, admin) = (bureau.Get<CalendarDesk>(), await bureau.ReaderAsync("admin"));
        var shipped = (await desk.ListAsync(admin)).Single(row => row.Id == "office-cn");
        var own = shipped.Content.Replace("09:00", "08:30", StringComparison.Ordinal);
        Assert.Null(await desk.SaveAsync(admin, shipped.Id, own, shipped.Content, "we open earlier"));

        await bureau.Get<DevelopmentSeed>().RunAsync(new SeedOptions(Seeded.Tenant, workflows, Flows: true, Demo: true, Password: null));

        Assert.NotEqual(shipped.Content, own);
        Assert.Equal(own, (await desk.ListAsync(admin)).Single(row => row.Id == "office-cn").Content);
        Assert.Single(await desk.RecomputationsAsync(admin));
    }

    [Fact]
    public async Task Adds_the_calendars_that_ship()
    {
        await using var bureau = await Seeded.OpenAsync(SeedOptions.FindWorkflows(AppContext.BaseDirectory));

        var calendars = await bureau.Get<CaseFlow.Runtime.Publishing.CalendarLibrary>().OfAsync(Seeded.Tenant);

        Assert.Equal("office-cn", calendars.Default.Id);
        Assert.Equal("Asia/Shanghai", calendars.Default.Zone.Id);
        Assert.Throws<KeyNotFoundException>(() => calendars["nowhere"]);
    }
}
