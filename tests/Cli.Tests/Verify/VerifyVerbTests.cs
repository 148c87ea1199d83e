using CaseFlow.Runtime;
using CaseFlow.Runtime.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cli.Tests.Verify;

public sealed class VerifyVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("caseflow-verify-").FullName;

    private string File => Path.Combine(_folder, "caseflow.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Ends_with_0_on_an_intact_store()
    {
        await CreateAsync();

        Assert.Equal((ExitCode.Done, "0 cases, 0 events, 0 seals, 0 faults\n", ""), CommandLine.Run("", "verify", "--database", File));
    }

    [Fact]
    public async Task Names_the_case_whose_events_do_not_fit()
    {
        await CreateAsync();
        await ExecuteAsync(
            "insert into case_events (case_id, sequence, tenant, type, at, actor_kind, actor_id, cause, payload, hash, position, transaction_id) "
            + "values ('01994000-0000-7000-8000-000000000001', 1, 't', 'note-added', 0, 'System', 'a', 'c', x'', x'', 1, 0)");

        var (code, output, _) = CommandLine.Run("", "verify", "--database", File);

        Assert.Equal(ExitCode.Refused, code);
        Assert.StartsWith("case 01994000-0000-7000-8000-000000000001 sequence 0 case-missing", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Wants_a_database_that_is_there()
    {
        Assert.Equal(ExitCode.Usage, CommandLine.Run("", "verify").Code);
        Assert.Equal(ExitCode.Usage, CommandLine.Run("", "verify", "--database", File).Code);
    }

    private async Task CreateAsync()
    {
        var settings = new Dictionary<string, string?> { ["Database:ConnectionString"] = $"Data Source={File};Pooling=False" };
        await using var services = new ServiceCollection().AddLogging()
            .AddCaseFlowRuntime(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
