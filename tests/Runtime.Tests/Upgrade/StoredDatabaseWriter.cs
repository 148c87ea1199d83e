using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Seeding;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;

namespace CaseFlow.Runtime.Tests.Upgrade;

/// <summary>Makes databases of this version for later ones to be tested with: see Stored/README.md. They are written when <c>CASEFLOW_WRITE_STORED</c> names a folder.</summary>
[Collection(PostgresCollection.Name)]
public sealed class StoredDatabaseWriter(PostgresCluster cluster)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("CASEFLOW_WRITE_STORED");

    [Fact]
    public async Task Makes_a_database_that_reads_back()
    {
        await using var bureau = await Bureau.OpenAsync();
        await StoredBureau.FillAsync(bureau, SeedOptions.FindWorkflows(AppContext.BaseDirectory)!);
        var sql = await Dump.OfSqliteAsync(bureau.DatabaseFile);
        var copy = bureau.DatabaseFile + ".copy";
        await Dump.ToSqliteAsync(sql, copy);

        await using var node = await bureau.NodeAsync(copy);
        var report = await node.Get<ChainVerifier>().VerifyAllAsync();
        Assert.Equal((8, 2, 0), (report.Cases, report.Seals, report.Faults.Count));
        if (Folder is not null) await WriteAsync(Folder, sql);
    }

    private async Task WriteAsync(string folder, string sqlite)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "sqlite.sql"), sqlite);
        var connection = await cluster.NewDatabaseAsync();
        await using (var bureau = await Bureau.OpenAsync(connection)) await StoredBureau.FillAsync(bureau, SeedOptions.FindWorkflows(AppContext.BaseDirectory)!);
        await File.WriteAllTextAsync(Path.Combine(folder, "postgres.sql"), await Dump.OfPostgresAsync(connection));
    }
}
