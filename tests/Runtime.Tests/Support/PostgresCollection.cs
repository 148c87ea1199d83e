using CaseFlow.Activities;
using CaseFlow.Runtime.Storage;
using CaseFlow.TestSupport;

namespace CaseFlow.Runtime.Tests.Support;

/// <summary>Tests that run on both databases share one PostgreSQL server.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresCollection : ICollectionFixture<PostgresCluster>
{
    public const string Name = "both databases";
}

/// <summary>The databases a storage test runs on.</summary>
public static class Databases
{
    public static TheoryData<DatabaseProvider> Both => [DatabaseProvider.Sqlite, DatabaseProvider.Postgres];

    /// <summary>A migrated database of its own; skips when there is no PostgreSQL to make one on.</summary>
    internal static async Task<Bureau> OpenAsync(this PostgresCluster cluster, DatabaseProvider provider, IActivity? activity = null)
    {
        if (provider is DatabaseProvider.Sqlite) return await Bureau.OpenAsync(activity: activity);
        PostgresCluster.SkipWithoutPostgres();
        return await Bureau.OpenAsync(await cluster.NewDatabaseAsync("caseflow", MigrateAsync), activity);
    }

    private static async Task MigrateAsync(string connectionString) => await (await Bureau.OpenAsync(connectionString)).DisposeAsync();
}
