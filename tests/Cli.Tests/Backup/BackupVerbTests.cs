using System.Globalization;
using CaseFlow.Runtime;
using CaseFlow.Runtime.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cli.Tests.Backup;

public sealed class BackupVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("caseflow-backup-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Takes_a_copy_and_puts_it_back()
    {
        var (site, copy) = (Name("caseflow.db"), Name("copy.db"));
        await CreateAsync(site);

        var taken = CommandLine.Run("", "backup", "--database", site, "--to", copy);
        await ScalarAsync(site, "create table written_since (a)");
        var restored = CommandLine.Run("", "restore", "--from", copy, "--database", site);

        var bytes = new FileInfo(copy).Length.ToString(CultureInfo.InvariantCulture);
        Assert.Equal((ExitCode.Done, $"{copy}: 0 cases, 0 events, {bytes} bytes\n", ""), taken);
        var former = Assert.Single(Directory.GetFiles(_folder, "*.former"));
        Assert.Equal((ExitCode.Done, $"{site}: 0 cases, 0 events, {bytes} bytes\nThe former database is {former}\n", ""), restored);
        Assert.Equal((0L, 1L), (await TablesAsync(site), await TablesAsync(former)));
        Assert.Equal(ExitCode.Done, CommandLine.Run("", "verify", "--database", site).Code);
    }

    [Fact]
    public async Task Refuses_a_copy_that_is_newer_than_the_program_and_leaves_the_database()
    {
        var (site, copy) = (Name("caseflow.db"), Name("copy.db"));
        await CreateAsync(site);
        await CreateAsync(copy);
        await ScalarAsync(copy, "insert into \"__EFMigrationsHistory\" values ('99990101000000_Later', '99.0.0')");

        var (code, output, error) = CommandLine.Run("", "restore", "--from", copy, "--database", site);

        Assert.Equal((ExitCode.Refused, ""), (code, output));
        Assert.StartsWith("Expected a database of this program or an older one, but a newer one has brought it to 99990101000000_Later: ", error, StringComparison.Ordinal);
        Assert.Equal([site], Directory.GetFiles(_folder, "caseflow.db*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)));
        Assert.Equal(ExitCode.Refused, CommandLine.Run("", "verify", "--database", copy).Code);
    }

    [Fact]
    public void Says_what_is_missing()
    {
        Assert.Equal((ExitCode.Refused, "", $"Expected a database, but there is no {Name("none.db")}.\n"), CommandLine.Run("", "backup", "--database", Name("none.db"), "--to", Name("copy.db")));
        Assert.Equal(ExitCode.Usage, CommandLine.Run("", "backup", "--database", Name("none.db")).Code);
        Assert.Equal((ExitCode.Refused, "", $"Expected a copy, but there is no {Name("none.db")}.\n"), CommandLine.Run("", "restore", "--from", Name("none.db"), "--database", Name("caseflow.db")));
    }

    private string Name(string file) => Path.Combine(_folder, file);

    private static async Task CreateAsync(string file)
    {
        var settings = new Dictionary<string, string?> { ["ConnectionStrings:CaseFlow"] = $"Data Source={file};Pooling=False" };
        await using var services = new ServiceCollection().AddLogging()
            .AddCaseFlowRuntime(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync();
    }

    private static async Task<long> TablesAsync(string file) => (long)(await ScalarAsync(file, "select count(*) from sqlite_master where name = 'written_since'"))!;

    private static async Task<object?> ScalarAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
