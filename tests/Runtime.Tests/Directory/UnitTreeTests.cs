using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Directory;

namespace CaseFlow.Runtime.Tests.Directory;

public sealed class UnitTreeTests
{
    private static readonly UnitTree Tree = new(
        [Unit("c1", "s1", "d1/s1/c1/"), Unit("d1", null, "d1/"), Unit("s1", "d1", "d1/s1/")],
        [Team("s1", "handler"), Team("c1", "handler"), Team("d1", "callback")]);

    [Theory]
    [InlineData("c1", "handler", "c1")]
    [InlineData("s1", "handler", "s1")]
    [InlineData("d1", "handler", null)]
    [InlineData("c1", "callback", "d1")]
    [InlineData("c1", "nobody", null)]
    [InlineData("elsewhere", "handler", null)]
    [InlineData(null, "handler", null)]
    public void Finds_the_team_of_the_unit_or_the_nearest_above(string? unit, string team, string? found) =>
        Assert.Equal(found, Tree.TeamFor(unit, team)?.Unit);

    [Fact]
    public void Knows_its_root_and_lists_units_under_their_parents()
    {
        Assert.Equal("d1", Tree.Root?.Code);
        Assert.Equal(["d1", "s1", "c1"], Tree.Units.Select(unit => unit.Code));
        Assert.Equal("ghost", Tree.NameOf("ghost").Text);
    }

    private static UnitRow Unit(string code, string? parent, string path) => new(code, parent, path, "street", new LocalText(code));

    private static TeamRow Team(string unit, string key) => new(unit, key, new LocalText(key), 1);
}
