using System.Reflection;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Xunit.Abstractions;

namespace CaseFlow.Runtime.Tests.Faults;

/// <summary>
/// Nodes are killed without warning at every fault point there is, again and again; then one node finishes what they left.
/// A process runs one node on each of many databases, and is killed when each of them stands at its own point.
/// </summary>
[Collection(PostgresCollection.Name)]
public sealed class NodeKillTests(PostgresCluster cluster, ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly string[] Points =
        [.. typeof(FaultPoints).GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.NonPublic).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];

    /// <param name="atLeast">So many nodes stood at their points when they were killed, together more than 300; about one in twenty may have died anywhere else, as its point did not come up in time.</param>
    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, 1, 48, 4, 182)]
    [InlineData(DatabaseProvider.Postgres, 1, 26, 4, 98)]
    [InlineData(DatabaseProvider.Postgres, 3, 8, 5, 38)]
    public async Task Loses_and_doubles_nothing_when_nodes_are_killed_at_every_fault_point(DatabaseProvider provider, int nodes, int count, int rounds, int atLeast)
    {
        if (provider is DatabaseProvider.Postgres) PostgresCluster.SkipWithoutPostgres();
        var folder = System.IO.Directory.CreateTempSubdirectory("caseflow-kills-");
        try
        {
            var databases = await BurstDatabase.MakeAsync(cluster, provider, folder.FullName, count);
            var killed = await KillAsync(provider, databases, nodes, rounds);
            output.WriteLine($"{killed.Count} kills, {databases.Sum(database => database.Answered.Count)} answers: {string.Join(", ", killed.CountBy(point => point).Select(of => $"{of.Key} {of.Value}"))}");
            await Parallel.ForEachAsync(databases, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (database, _) => await database.FinishAsync());
            Assert.InRange(killed.Count, atLeast, count * rounds);
            Assert.Equal(PointsOf(provider).Order(StringComparer.Ordinal), killed.Distinct().Order(StringComparer.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>In each round one process is killed, while the others go on.</summary>
    /// <returns>The points at which nodes stood when they were killed.</returns>
    private static async Task<List<string>> KillAsync(DatabaseProvider provider, List<BurstDatabase> databases, int nodes, int rounds)
    {
        var killed = new List<string>();
        var hosts = Enumerable.Range(0, nodes).Select(node => Start(node)).ToList();
        for (var round = 0; round < rounds; round++)
        {
            await using (var host = hosts[round % nodes])
            {
                host.Arm();
                killed.AddRange((await host.KillAsync(Patience)).Select(at => PointOf(provider, at, round).Point));
            }

            if (round < rounds - 1) hosts[round % nodes] = Start(round + nodes);
            else hosts.RemoveAt(round % nodes);
        }

        foreach (var host in hosts) await host.DisposeAsync();
        return killed;

        // A node alone finds what its predecessor held once its clock is past the lease; of three, the others wait for it.
        NodeHost Start(int round) => NodeHost.Start(provider, databases, at => PointOf(provider, at, round), nodes == 1 ? round : 0);
    }

    private static (string Point, int Arrival) PointOf(DatabaseProvider provider, int database, int round)
    {
        var points = PointsOf(provider);
        return (points[(database + (round * 7)) % points.Count], 1 + (((database * 5) + (round * 3)) % 3));
    }

    /// <summary>
    /// On PostgreSQL writing and committing is one batch of the server's: the program never stands in between. Clocks are not worked out
    /// anew in this work; a node that is lost within that has a test of its own.
    /// </summary>
    private static List<string> PointsOf(DatabaseProvider provider) =>
        [.. Points.Where(point => point != FaultPoints.ClocksRecomputed && (provider is DatabaseProvider.Sqlite || point != FaultPoints.WithinCommit))];
}
