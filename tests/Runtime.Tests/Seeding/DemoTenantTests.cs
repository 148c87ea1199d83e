using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Seeding;

namespace CaseFlow.Runtime.Tests.Seeding;

public sealed class DemoTenantTests
{
    [Fact]
    public void Has_a_district_three_streets_nine_communities_and_thirty_six_grids()
    {
        var kinds = DemoUnits.All().GroupBy(unit => unit.Kind).Select(kind => (kind.Key, kind.Count()));

        Assert.Equal([("district", 1), ("street", 3), ("community", 9), ("grid", 36)], kinds);
    }

    [Fact]
    public void Builds_paths_from_the_district_down()
    {
        var units = DemoUnits.All().ToDictionary(unit => unit.Code);

        Assert.Equal("d1/s2/c5/g17/", units["g17"].Path);
        Assert.All(units.Values, unit => Assert.Equal((unit.Parent is null ? "" : units[unit.Parent].Path) + unit.Code + "/", unit.Path));
        Assert.Equal(units.Count, units.Values.Select(unit => unit.Name.Text).Distinct().Count());
        Assert.Equal(units.Count, units.Values.Select(unit => unit.Name.English).Distinct().Count());
    }

    [Fact]
    public void Has_somebody_in_every_team_and_every_role()
    {
        var people = DemoPeople.All();
        var teams = DemoTeams.All().Select(team => new TeamRef(team.Unit, team.Key)).ToHashSet();

        Assert.Equal(teams, people.SelectMany(person => person.Teams).ToHashSet());
        Assert.Equal(Roles.All.ToHashSet(), people.SelectMany(person => person.Roles).ToHashSet());
        Assert.Equal(people.Count, people.Select(person => person.UserName).Distinct().Count());
        Assert.Equal(people.Count, people.Select(person => person.DisplayName).Distinct().Count());
    }

    [Fact]
    public void Keeps_calling_back_apart_from_handling()
    {
        Assert.DoesNotContain(DemoPeople.All(), person => person.Teams.Any(team => team.Team == "callback") && person.Teams.Any(team => team.Team == "handler"));
    }
}
