using CaseFlow.Cli.Databases;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Cli.Tests.Databases;

/// <summary>A verb beside a running site must not bring its database to another schema, nor make one of a mistyped name.</summary>
public sealed class OpenDatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("caseflow-open-").FullName;

    public static TheoryData<string> Verbs =>
    [
        "nodes", "outbox", "retention --held", "migrate --flow complaint --from 1 --to 2 --dry-run", "account --name chief --password",
    ];

    private string Database => Path.Combine(_folder, "cases.db");

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_database_of_an_older_program_is_left_as_it_is(string verb)
    {
        await (await OpenDatabase.OpenOrCreateAsync(DatabaseTarget.Sqlite(Database, "demo"), default)).DisposeAsync();
        await DoAsync("delete from \"__EFMigrationsHistory\" where \"MigrationId\" like '%_Nodes'");
        var before = await DoAsync("select count(*) from \"__EFMigrationsHistory\"");

        var (code, output, error) = Run(verb);

        Assert.Equal((ExitCode.Refused, ""), (code, output));
        Assert.Matches("^Expected a database with this program's schema, but it lacks [0-9]+_Nodes: .*\n$", error);
        Assert.Equal(before, await DoAsync("select count(*) from \"__EFMigrationsHistory\""));
    }

    [Theory]
    [InlineData("nodes")]
    [InlineData("outbox")]
    [InlineData("retention --held")]
    [InlineData("migrate --flow complaint --from 1 --to 2 --dry-run")]
    public void A_database_that_is_not_there_is_not_made(string verb)
    {
        Assert.Equal((ExitCode.Refused, "", $"Expected a database, but there is no file {Database}.\n"), Run(verb));
        Assert.False(File.Exists(Database));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private (int Code, string Out, string Error) Run(string verb) => CommandLine.Run("correct horse\n", [.. verb.Split(' '), "--database", Database]);

    private async Task<object?> DoAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
