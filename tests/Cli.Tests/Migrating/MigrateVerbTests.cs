using CaseFlow.Cli.Databases;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Publishing;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Cli.Tests.Migrating;

/// <summary>One running case of the complaint flow, and a second version of it in which its first step has another id.</summary>
public sealed class MigrateVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("caseflow-migrate-").FullName;

    private string Database => Path.Combine(_folder, "cases.db");

    [Fact]
    public async Task Counts_per_step_then_moves_what_it_can_and_says_what_it_cannot()
    {
        await PrepareAsync();

        var (code, output, error) = Run("--dry-run");
        Assert.Equal(ExitCode.Refused, code);
        Assert.Equal(
            [
                "step     becomes  cases  movable  problem",
                "accept   accept   1      0",
                "suggest  -        1      0        Expected a step of complaint@2 to continue suggest, but there is no suggest.",
                "cases=1 movable=0",
            ],
            output.TrimEnd('\n').Split('\n'));
        Assert.EndsWith(": Expected a step of complaint@2 to continue suggest, but there is no suggest.\n", error, StringComparison.Ordinal);

        var map = Path.Combine(_folder, "map.json");
        await File.WriteAllTextAsync(map, """{ "suggest": "suggest-new" }""");
        var moved = Run("--map", map, "--reason", "new law");
        Assert.Equal((ExitCode.Done, "moved=1 skipped=0 failed=0"), (moved.Code, moved.Out.TrimEnd('\n').Split('\n')[^1]));
        Assert.Equal("cases=0 movable=0", Run("--dry-run").Out.TrimEnd('\n').Split('\n')[^1]);
    }

    [Fact]
    public async Task Says_what_is_wrong_with_its_options()
    {
        Assert.Equal((ExitCode.Usage, "Expected --reason TEXT, or --dry-run.\n"), (Run().Code, Run().Error));
        var map = Path.Combine(_folder, "map.json");
        await File.WriteAllTextAsync(map, """["suggest"]""");
        Assert.Equal((ExitCode.Refused, $"Expected {map} to be one JSON object of element ids, but it is not.\n"), (Run("--dry-run", "--map", map).Code, Run("--dry-run", "--map", map).Error));
        Assert.Equal(ExitCode.Refused, Run("--dry-run", "--map", Path.Combine(_folder, "none.json")).Code);
        await (await OpenDatabase.OpenOrCreateAsync(DatabaseTarget.Sqlite(Database, "demo"), default)).DisposeAsync();
        var unknown = Run("--dry-run");
        Assert.Equal((ExitCode.Refused, "Expected a published flow complaint@1, but there is none.\n"), (unknown.Code, unknown.Error));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private (int Code, string Out, string Error) Run(params string[] options) =>
        CommandLine.Run("", ["migrate", "--flow", "complaint", "--from", "1", "--to", "2", "--database", Database, .. options]);

    private async Task PrepareAsync()
    {
        var (csv, map) = (Path.Combine(_folder, "rows.csv"), Path.Combine(_folder, "import.json"));
        await File.WriteAllTextAsync(csv, "id,title\n1,路灯不亮\n");
        await File.WriteAllTextAsync(map, """{ "flow": "complaint", "source": "test", "externalId": "id", "fields": { "title": { "column": "title" }, "description": { "column": "title" }, "category": { "value": "other" } } }""");
        Assert.Equal(ExitCode.Done, CommandLine.Run("", "import", csv, "--map", map, "--database", Database).Code);
        await using var database = await OpenDatabase.OpenAsync(new DatabaseTarget("sqlite", $"Data Source={Database}", "demo"), default);
        var published = database.Get<FlowRegister>();
        var reader = new Reader("test", "Test", "demo", "d", "d/", [Roles.Admin], []);
        var files = new Dictionary<string, string>((await published.OpenAsync(reader, "complaint"))!.Files);
        files["flow.bpmn"] = files["flow.bpmn"].Replace("\"suggest\"", "\"suggest-new\"", StringComparison.Ordinal);
        var outcome = await published.PublishAsync(reader, "complaint", files, "");
        Assert.True(outcome.Version == 2, string.Join("\n", outcome.Problems.Select(problem => problem.Message)));
    }
}
