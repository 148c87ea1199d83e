using CaseFlow.Activities;
using CaseFlow.Runtime.Tests.Support;

namespace CaseFlow.Runtime.Tests.Ports;

public sealed class ActivitySetupTests
{
    [Fact]
    public async Task Installs_every_activity_of_the_catalogue()
    {
        await using var bureau = await Bureau.OpenAsync();

        var installed = bureau.Get<IEnumerable<IActivity>>().Select(activity => activity.Description.Type);

        Assert.Equal(ActivityCatalogue.All.Select(activity => activity.Type).Order(), installed.Order());
    }
}
