using CaseFlow.Cli.Databases;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Cli.Tests.Retention;

public sealed class RetentionVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("caseflow-retention-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Counts_what_each_rule_would_delete_and_names_what_it_does_not_know()
    {
        await (await OpenDatabase.OpenOrCreateAsync(DatabaseTarget.Sqlite(Database, "demo"), default)).DisposeAsync();
        var rules = Path.Combine(_folder, "rules.json");
        await File.WriteAllTextAsync(rules, """{ "Retention": { "ExportFolder": "x", "Rules": [ { "Name": "enquiries", "Kind": "enquiry", "DeleteAfterYears": 2, "EraseAfterYears": 1 } ] } }""");

        Assert.Equal(
            (ExitCode.Done, "enquiries\t0\ttenant *, kind enquiry, flow *: delete 2 years after closing, erase people 1 years after closing\nwould-delete=0 would-erase=0\n"),
            (Run("--rules", rules, "--dry-run").Code, Run("--rules", rules, "--dry-run").Out));
        Assert.Equal((ExitCode.Refused, "Expected a case, but there is none with the number N-1.\n"), (Run("--hold", "N-1", "--reason", "appeal").Code, Run("--hold", "N-1", "--reason", "appeal").Error));
        Assert.Equal((ExitCode.Done, ""), (Run("--deleted").Code, Run("--deleted").Out));
    }

    [Fact]
    public async Task Says_what_is_wrong_with_its_options()
    {
        await (await OpenDatabase.OpenOrCreateAsync(DatabaseTarget.Sqlite(Database, "demo"), default)).DisposeAsync();
        var rules = Path.Combine(_folder, "rules.json");
        await File.WriteAllTextAsync(rules, """{ "Retention": { "Rules": [ { "Name": "all", "DeleteAfterYears": 0 } ] } }""");

        Assert.Equal((ExitCode.Usage, "Expected --rules FILE.json, or --deleted, --held, --hold or --release.\n"), (Run().Code, Run().Error));
        Assert.Equal((ExitCode.Usage, "Expected --reason TEXT with --hold and --release.\n"), (Run("--hold", "N-1").Code, Run("--hold", "N-1").Error));
        Assert.Equal(
            (ExitCode.Refused, "Expected Retention:Rules:0:DeleteAfterYears to be a number of years, 1 or more, but it is '0'.\n"), (Run("--rules", rules).Code, Run("--rules", rules).Error));
    }

    private string Database => Path.Combine(_folder, "cases.db");

    private (int Code, string Out, string Error) Run(params string[] args) => CommandLine.Run("", ["retention", "--database", Database, .. args]);
}
