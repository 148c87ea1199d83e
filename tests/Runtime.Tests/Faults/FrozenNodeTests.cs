using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;

namespace CaseFlow.Runtime.Tests.Faults;

/// <summary>A node that stood still for longer than its leases wakes up in the middle of what others have done since.</summary>
[Collection(PostgresCollection.Name)]
public sealed class FrozenNodeTests(PostgresCluster cluster)
{
    private const int Databases = 4;

    /// <summary>More than a lease's time at the rate at which nodes open cases.</summary>
    private const int Answers = 40 * Databases;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [SkippableFact]
    public async Task Doubles_nothing_when_it_wakes_after_its_leases_ended()
    {
        PostgresCluster.SkipWithoutPostgres();
        await using var folder = new TemporaryFolder();
        var databases = await BurstDatabase.MakeAsync(cluster, DatabaseProvider.Postgres, folder.Path, Databases);
        await using (var frozen = NodeHost.Start(DatabaseProvider.Postgres, databases, _ => ("none", 1), 0))
        await using (var other = NodeHost.Start(DatabaseProvider.Postgres, databases, _ => ("none", 1), 0))
        {
            await Task.WhenAll(frozen.AnswersAsync(Databases, Patience), other.AnswersAsync(Databases, Patience));
            await frozen.FreezeAsync();
            await other.AnswersAsync(Answers, Patience);
            await frozen.WakeAsync();
            await frozen.AnswersAsync(Answers / 4, Patience);
        }

        foreach (var database in databases) await database.FinishAsync();
    }
}
