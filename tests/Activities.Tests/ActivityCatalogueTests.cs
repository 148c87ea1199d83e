using System.Reflection;

namespace CaseFlow.Activities.Tests;

public sealed class ActivityCatalogueTests
{
    [Fact]
    public void Lists_every_activity_there_is()
    {
        var classes = typeof(IActivity).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IActivity)));
        var described = classes.Select(type => (ActivityDescription)type.GetProperty("Described", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!);

        Assert.Equal(described.Select(activity => activity.Type).Order(), ActivityCatalogue.All.Select(activity => activity.Type).Order());
    }

    [Fact]
    public void Is_described_in_the_documents()
    {
        var text = File.ReadAllText(TestSupport.Repository.Path("docs/activities.md"));

        foreach (var activity in ActivityCatalogue.All)
        {
            Assert.Contains($"## {activity.Type}", text, StringComparison.Ordinal);
            foreach (var setting in activity.Settings) Assert.Contains($"| `{setting.Name}`", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("notify-reporter", "text", null)]
    [InlineData("notify-reporter", "text-en", "missing-setting")]
    [InlineData("notify-reporter", "text,colour", "unknown-setting")]
    [InlineData("open-case", "flow,title", null)]
    [InlineData("fax", "", "unknown-activity")]
    public void Finds_what_is_wrong_with_an_element(string type, string settings, string? rule) =>
        Assert.Equal(rule, ActivityCatalogue.Check(type, settings.Split(',')).FirstOrDefault()?.Rule);
}
