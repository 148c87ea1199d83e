using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Queries;
using CaseFlow.Web.Inbox;
using CaseFlow.Web.Tests.Support;

namespace CaseFlow.Web.Tests.Inbox;

public sealed class InboxQueryTests
{
    public static TheoryData<string, InboxView[]> Views => new()
    {
        { Roles.Caseworker, [InboxView.Mine, InboxView.Teams] },
        { Roles.GridWorker, [InboxView.Mine, InboxView.Teams] },
        { Roles.Supervisor, [InboxView.Mine, InboxView.Teams, InboxView.Unit] },
        { Roles.Admin, [InboxView.Mine, InboxView.Teams, InboxView.Unit] },
        { Roles.Auditor, [InboxView.Unit] },
    };

    [Theory]
    [MemberData(nameof(Views))]
    public void A_person_has_the_lists_of_their_role(string role, InboxView[] views) =>
        Assert.Equal(views, InboxQuery.ViewsOf(StaffContext.Handler with { Roles = [role] }));

    [Fact]
    public void The_view_alone_is_no_filter()
    {
        Assert.False(new InboxQuery(InboxView.Teams).IsFiltered);
        Assert.True(new InboxQuery(InboxView.Teams, OverdueOnly: true).IsFiltered);
    }
}
