using CaseFlow.Engine;
using CaseFlow.Engine.Migrating;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Migrating;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Migrating;

[Collection(PostgresCollection.Name)]
public sealed class MigrationRunTests(PostgresCluster cluster)
{
    private static readonly string Old = Bpmn(
        $"""
         <bpmn:startEvent id="s" />{Flow("s", "a")}<bpmn:userTask id="a" name="Old A" />{Flow("a", "b")}<bpmn:userTask id="b" name="B" />{Flow("b", "e")}<bpmn:endEvent id="e" />
         """);

    /// <summary>A third task between, and the second one gone.</summary>
    private static readonly string Young = Bpmn(
        $"""
         <bpmn:startEvent id="s" />{Flow("s", "a")}<bpmn:userTask id="a" name="New A" />{Flow("a", "m")}<bpmn:userTask id="m" name="M" />{Flow("m", "e")}<bpmn:endEvent id="e" />
         """);

    private static readonly MigrationRequest Plain = new("two", 1, 2, MigrationMap.Same);
    private static readonly MigrationRequest Mapped = Plain with { Map = MigrationMap.Of([new("b", "m")]) };

    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Moves_what_can_be_moved_and_says_what_cannot(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        var (first, second) = await OneAtEachAsync(bureau);
        var run = bureau.Get<MigrationRun>();

        var result = await run.RunAsync(Tenant, Plain, Actor.Staff("u1"), "new law");

        Assert.Equal((1, 0, 1), (result.Moved, result.Skipped, result.Failed));
        Assert.Equal(
            new MigrationFailure(second.CaseId, second.Facts.Number, "step-missing", "Expected a step of two@2 to continue b, but there is no b."), Assert.Single(result.Failures));
        Assert.Equal([(1, 1), (2, 2)], await VersionsAsync(bureau));
        Assert.Equal(2, (await bureau.StateAsync(first.CaseId)).Flow.Version);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Run_again_it_goes_on_with_what_is_left(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await OneAtEachAsync(bureau);
        var run = bureau.Get<MigrationRun>();
        await run.RunAsync(Tenant, Plain, Actor.Staff("u1"), "new law");

        var again = await run.RunAsync(Tenant, Mapped, Actor.Staff("u1"), "new law");

        Assert.Equal((1, 0, 0), (again.Moved, again.Skipped, again.Failed));
        Assert.Equal([(2, 2), (2, 2)], await VersionsAsync(bureau));
        Assert.Equal((0, 0, 0), Counts(await run.RunAsync(Tenant, Mapped, Actor.Staff("u1"), "new law")));
    }

    /// <summary>Named in "what must never happen": a moved case goes on as the new version says, on a node that has never seen it too, and runs no step twice.</summary>
    [SkippableTheory, MemberData(nameof(Both))]
    public async Task A_moved_case_runs_to_its_end_on_the_new_version_and_no_step_twice(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        var (first, second) = await OneAtEachAsync(bureau);
        await bureau.Get<MigrationRun>().RunAsync(Tenant, Mapped, Actor.Staff("u1"), "new law");
        await using var other = await bureau.SecondNodeAsync();

        await other.CompleteAsync(await other.StateAsync(second.CaseId));
        await other.CompleteAsync(await other.StateAsync(first.CaseId));
        var last = await other.StateAsync(first.CaseId);
        await other.CompleteAsync(last);

        Assert.Equal(["m"], last.Tasks.Values.Select(task => task.ElementId));
        Assert.Equal(CaseStatus.Completed, (await other.StateAsync(first.CaseId)).Status);
        Assert.Equal(CaseStatus.Completed, (await other.StateAsync(second.CaseId)).Status);
        Assert.Equal(["s", "a", "m", "e"], await CompletedAsync(other, first.CaseId));
        Assert.Equal(["s", "a", "m", "e"], await CompletedAsync(other, second.CaseId));
    }

    [Fact]
    public async Task The_dry_run_counts_per_step_and_changes_nothing()
    {
        await using var bureau = await Bureau.OpenAsync();
        await OneAtEachAsync(bureau);
        await bureau.StartAsync("two");

        var preview = await bureau.Get<MigrationRun>().PreviewAsync(Tenant, Plain);

        Assert.Equal((3, 2), (preview.Cases, preview.Movable));
        Assert.Equal(
            [("a", "Old A", "a", 2, 2, null), ("b", "B", null, 1, 0, "step-missing")],
            preview.Steps.Select(step => (step.ElementId, step.Name.Text, step.Target, step.Cases, step.Movable, step.ProblemCode)));
        Assert.Equal(["a", "m"], preview.Steps[1].Choices.Select(choice => choice.ElementId));
        Assert.Equal("step-missing", Assert.Single(preview.Refused).Code);
        Assert.Equal([(1, 1), (1, 1), (1, 1)], await VersionsAsync(bureau));
    }

    /// <summary>More cases than a page holds, and a stop halfway.</summary>
    [Fact]
    public async Task Many_cases_move_in_batches_and_a_stop_loses_nothing()
    {
        await using var bureau = await Bureau.OpenAsync();
        await bureau.PublishAsync("two", Old);
        await bureau.PublishAsync("two", Young);
        for (var i = 0; i < 230; i++) await bureau.StartAsync("two");
        using var stop = new CancellationTokenSource();
        var run = bureau.Get<MigrationRun>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.RunAsync(Tenant, Plain, Actor.Staff("u1"), "new law", new StopAt(30, stop), stop.Token));
        var rest = await run.RunAsync(Tenant, Plain, Actor.Staff("u1"), "new law");

        Assert.Equal((200, 0, 0), Counts(rest));
        Assert.All(await VersionsAsync(bureau), versions => Assert.Equal((2, 2), versions));
    }

    [Fact]
    public async Task Moved_cases_keep_their_chain()
    {
        await using var bureau = await Bureau.OpenAsync();
        await OneAtEachAsync(bureau);
        await bureau.Get<MigrationRun>().RunAsync(Tenant, Mapped, Actor.Staff("u1"), "new law");

        Assert.Empty((await bureau.Get<ChainVerifier>().VerifyAllAsync()).Faults);
    }

    private static (int Moved, int Skipped, int Failed) Counts(MigrationResult result) => (result.Moved, result.Skipped, result.Failed);

    private static async Task<(CaseState AtA, CaseState AtB)> OneAtEachAsync(Bureau bureau)
    {
        await bureau.PublishAsync("two", Old);
        var first = await bureau.StartAsync("two");
        var second = await bureau.CompleteAsync((await bureau.StartAsync("two")).State);
        await bureau.PublishAsync("two", Young);
        return (first.State, second.State);
    }

    /// <summary>Of each case's row and of its task's.</summary>
    private static async Task<IEnumerable<(int Case, int Task)>> VersionsAsync(Bureau bureau)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        var rows = await (from one in context.Cases join task in context.Tasks on one.Id equals task.CaseId select new { Case = one.FlowVersion, Task = task.FlowVersion }).ToListAsync();
        return rows.Select(row => (row.Case, row.Task)).Order();
    }

    private static async Task<IEnumerable<string>> CompletedAsync(Bureau bureau, Guid caseId)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        var rows = await context.CaseEvents.Where(row => row.CaseId == caseId && row.Type == "element-completed").OrderBy(row => row.Sequence).Select(row => row.Payload).ToListAsync();
        return rows.Select(payload => System.Text.Json.JsonDocument.Parse(payload).RootElement.GetProperty("elementId").GetString()!);
    }

    private sealed class StopAt(int moved, CancellationTokenSource stop) : IProgress<MigrationResult>
    {
        public void Report(MigrationResult value)
        {
            if (value.Moved == moved) stop.Cancel();
        }
    }
}
