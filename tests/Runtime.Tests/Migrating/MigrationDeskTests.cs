using CaseFlow.Engine.Migrating;
using CaseFlow.Runtime.Migrating;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Tests.Support;

namespace CaseFlow.Runtime.Tests.Migrating;

public sealed class MigrationDeskTests
{
    private static readonly MigrationRequest ToTwo = new("help", 1, 2, MigrationMap.Same);

    [Fact]
    public async Task The_timeline_says_who_moved_the_case_from_where_to_where_and_why()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var (admin, received) = (await bureau.ReaderAsync("admin"), await bureau.HandledInAsync("s1"));
        await RenameAsync(bureau);

        var result = await bureau.Get<MigrationDesk>().RunAsync(admin, ToTwo, "新规定");
        var rows = await bureau.Get<CaseQueries>().TimelineAsync(await bureau.ReaderAsync("s1-supervisor"), received.CaseId);

        Assert.Equal((1, 0), (result.Moved, result.Failed));
        var moved = Assert.Single(rows, row => row.Type == "case-migrated");
        Assert.Equal((admin.DisplayName, "migrate-case", "1 → 2: 新规定"), (moved.ActorName, moved.Cause, moved.Why));
        Assert.Equal("登记", Assert.Single(rows, row => row.Type == "task-completed").What!.Text);
    }

    [Fact]
    public async Task Only_an_admin_moves_cases()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        await RenameAsync(bureau);
        var (desk, supervisor) = (bureau.Get<MigrationDesk>(), await bureau.ReaderAsync("s1-supervisor"));

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.PreviewAsync(supervisor, ToTwo));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.RunAsync(supervisor, ToTwo, "why"));
    }

    private static async Task RenameAsync(Bureau bureau)
    {
        var (register, admin) = (bureau.Get<FlowRegister>(), await bureau.ReaderAsync("admin"));
        var files = new Dictionary<string, string>((await register.OpenAsync(admin, "help"))!.Files);
        files["flow.bpmn"] = files["flow.bpmn"].Replace("name=\"登记\"", "name=\"登记新\"", StringComparison.Ordinal);
        Assert.Equal(2, (await register.PublishAsync(admin, "help", files, "")).Version);
    }
}
