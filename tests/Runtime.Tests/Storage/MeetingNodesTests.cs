using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using CaseFlow.Runtime.Storage.Postgres;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Storage;

[Collection(PostgresCollection.Name)]
public sealed class MeetingNodesTests(PostgresCluster cluster)
{
    private const int Cases = 40;
    private const int Rounds = 15;

    [SkippableFact]
    public async Task Nodes_that_write_the_same_cases_in_opposite_orders_do_not_lock_each_other()
    {
        await using var bureau = await cluster.OpenAsync(DatabaseProvider.Postgres);
        await using (var one = Node(bureau))
        {
            await using var other = Node(bureau);
            var heads = Enumerable.Range(0, Cases).Select(at => Commits.New(Guid.CreateVersion7(Commits.At), $"{at}")).ToList();
            await Task.WhenAll(heads.Select(head => one.CommitAsync(head, default)));
            for (var round = 1; round <= Rounds; round++)
            {
                var next = heads.Select(head => Commits.Step(head.CaseId, round, head.HeadHash)).ToList();
                var results = await Task.WhenAll(CommitAsync(one, next), CommitAsync(other, [.. next.AsEnumerable().Reverse()]));
                Assert.Equal(Cases, results.SelectMany(result => result).Count(result => result is CommitResult.Committed));
                heads = next;
            }
        }

        await using var context = bureau.Database.OpenUnscoped();
        // A server process counts when it ends, at the latest.
        const string others = "select count(*)::int as \"Value\" from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
        await Wait.UntilAsync(() => NumberAsync(context, others), left => left == 0, TimeSpan.FromSeconds(60));
        Assert.Equal(0, await NumberAsync(context, "select deadlocks::int as \"Value\" from pg_stat_database where datname = current_database()"));
    }

    private static PostgresCaseDatabase Node(Bureau bureau) => new(bureau.Get<DatabaseOptions>(), bureau.Get<FaultPoints>(), TimeProvider.System);

    private static Task<CommitResult[]> CommitAsync(PostgresCaseDatabase node, List<CaseCommit> steps) => Task.WhenAll(steps.Select(step => node.CommitAsync(step, default)));

    private static Task<int> NumberAsync(CaseFlowDbContext context, string sql) => context.Database.SqlQueryRaw<int>(sql).SingleAsync();
}
