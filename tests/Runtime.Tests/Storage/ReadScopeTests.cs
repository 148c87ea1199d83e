using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Storage;

public sealed class ReadScopeTests
{
    [Fact]
    public async Task Shows_the_unit_and_those_below_and_nothing_beside_it()
    {
        await using var bureau = await Bureau.OpenAsync();
        await AddTasksAsync(bureau);

        await using var context = bureau.Database.Open(new ReadScope("t1", "d1/s2/"));

        Assert.Equal([2L, 3L], await context.Tasks.OrderBy(task => task.TaskKey).Select(task => task.TaskKey).ToListAsync());
    }

    [Fact]
    public async Task Throws_when_a_query_names_no_scope()
    {
        await using var bureau = await Bureau.OpenAsync();
        await using var context = bureau.Database.OpenUnscoped();

        await Assert.ThrowsAsync<InvalidOperationException>(() => context.Tasks.CountAsync());
    }

    [Fact]
    public async Task Does_not_outlive_its_reader_in_the_pool()
    {
        await using var bureau = await Bureau.OpenAsync();
        await using (var context = bureau.Database.Open(ReadScope.Whole("t1"))) await context.Tasks.CountAsync();
        await using var next = bureau.Database.OpenUnscoped();

        await Assert.ThrowsAsync<InvalidOperationException>(() => next.Tasks.CountAsync());
    }

    private async Task AddTasksAsync(Bureau bureau)
    {
        await using var context = bureau.Database.OpenUnscoped();
        context.Tasks.AddRange(Task("t1", "d1/", 1), Task("t1", "d1/s2/", 2), Task("t1", "d1/s2/c5/", 3), Task("t1", "d1/s20/", 4), Task("t2", "d1/s2/", 5));
        await context.SaveChangesAsync();
    }

    private static TaskRecord Task(string tenant, string path, long key) => new()
    {
        CaseId = Guid.Empty,
        TaskKey = key,
        Tenant = tenant,
        UnitCode = "u",
        UnitPath = path,
        ElementId = "e",
        FlowKey = "f",
        FlowVersion = 1,
        Audience = CaseFlow.Engine.State.TaskAudience.Staff,
        CreatedAt = default,
        CaseNumber = "1",
        Kind = "complaint",
        SortDue = default,
    };
}
