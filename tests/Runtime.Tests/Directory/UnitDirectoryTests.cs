using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Directory;

public sealed class UnitDirectoryTests
{
    [Fact]
    public async Task Builds_a_reader_with_path_roles_and_teams()
    {
        await using var bureau = await Seeded.OpenAsync();

        var reader = await bureau.ReaderAsync("c5-grid");

        Assert.Equal(("demo", "c5", "d1/s2/c5/"), (reader.Tenant, reader.UnitCode, reader.UnitPath));
        Assert.Equal([Roles.GridWorker], reader.Roles);
        Assert.Equal([new TeamRef("g17", "grid"), new("g18", "grid"), new("g19", "grid"), new("g20", "grid")], reader.Teams.AsEnumerable());
    }

    [Fact]
    public async Task Sees_a_change_of_membership_at_once()
    {
        await using var bureau = await Seeded.OpenAsync();
        var before = await bureau.ReaderAsync("callback1");

        await using (var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant)))
        {
            context.TeamMembers.Add(new TeamMemberRecord { Tenant = Seeded.Tenant, UnitCode = "s1", TeamKey = "duty", UserId = before.UserId });
            await context.SaveChangesAsync();
        }

        Assert.Equal([.. before.Teams, new TeamRef("s1", "duty")], (await bureau.ReaderAsync("callback1")).Teams.AsEnumerable());
    }

    [Fact]
    public async Task Knows_no_reader_who_is_disabled_or_unknown()
    {
        await using var bureau = await Seeded.OpenAsync();
        var reader = await bureau.ReaderAsync("admin");

        await using (var context = bureau.Database.OpenUnscoped())
            await context.Users.Where(user => user.Id == reader.UserId).ExecuteUpdateAsync(row => row.SetProperty(user => user.DisabledAt, bureau.Time.Now));

        Assert.Null(await bureau.Get<UnitDirectory>().ReaderAsync(reader.UserId));
        Assert.Null(await bureau.Get<UnitDirectory>().ReaderAsync("nobody"));
    }

    [Fact]
    public async Task Reads_the_tenant_again_after_a_while()
    {
        await using var bureau = await Seeded.OpenAsync();
        var directory = bureau.Get<UnitDirectory>();
        Assert.Equal(49, (await directory.UnitsAsync(Seeded.Tenant)).Count);

        await using (var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant))) await context.Units.Where(unit => unit.Code == "g36").ExecuteDeleteAsync();
        Assert.Equal(49, (await directory.UnitsAsync(Seeded.Tenant)).Count);
        bureau.Time.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal(48, (await directory.UnitsAsync(Seeded.Tenant)).Count);
    }

    [Fact]
    public async Task Lists_teams_with_their_size_and_the_members_of_one()
    {
        await using var bureau = await Seeded.OpenAsync();
        var directory = bureau.Get<UnitDirectory>();

        var handlers = Assert.Single(await directory.TeamsAsync(Seeded.Tenant), team => team is { Unit: "s3", Key: "handler" });
        var members = await directory.MembersAsync(Seeded.Tenant, new TeamRef("s3", "handler"));

        Assert.Equal((2, "Handlers"), (handlers.Members, handlers.Name.English));
        string[] expected = [(await bureau.ReaderAsync("s3-handler1")).UserId, (await bureau.ReaderAsync("s3-handler2")).UserId];
        Assert.Equal(expected.Order(), members.Select(person => person.UserId).Order());
    }

    [Fact]
    public async Task Keeps_tenants_apart()
    {
        await using var bureau = await Seeded.OpenAsync();

        Assert.Empty(await bureau.Get<UnitDirectory>().UnitsAsync("elsewhere"));
        Assert.Empty(await bureau.Get<UnitDirectory>().StaffAsync("elsewhere"));
    }
}
