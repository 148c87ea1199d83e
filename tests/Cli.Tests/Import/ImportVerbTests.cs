using Microsoft.Data.Sqlite;

namespace CaseFlow.Cli.Tests.Import;

public sealed class ImportVerbTests : IDisposable
{
    private const string Csv = "id,title,text\n1,路灯不亮,三天了\n2,井盖松动,\"响\n整夜\"\n3,,没有标题\n";

    private const string Map = """
        {
          "flow": "complaint", "source": "test", "externalId": "id",
          "fields": { "title": { "column": "title" }, "description": { "column": "text" }, "category": { "value": "other" } }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("caseflow-import-").FullName;

    [Fact]
    public void Makes_a_database_and_starts_nothing_twice()
    {
        var (csv, map, database) = (File("rows.csv", Csv), File("map.json", Map), Path.Combine(_folder, "cases.db"));

        var first = CommandLine.Run("", "import", csv, "--map", map, "--database", database);
        var second = CommandLine.Run("", "import", csv, "--map", map, "--database", database);

        Assert.Equal((ExitCode.Refused, "read=3 started=2 existing=0 refused=1\n"), (first.Code, first.Out));
        Assert.Equal((ExitCode.Refused, "read=3 started=0 existing=2 refused=1\n"), (second.Code, second.Out));
        Assert.Equal("line,reason,id,title,text\n5,title: required,3,,没有标题\n", System.IO.File.ReadAllText(csv + ".refused.csv"));
        Assert.Contains(csv + ".refused.csv", first.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Ends_well_when_no_row_is_refused()
    {
        var (csv, map) = (File("rows.csv", "id,title,text\n1,路灯不亮,三天了\n"), File("map.json", Map));

        var (code, output, _) = CommandLine.Run("", "import", csv, "--map", map, "--database", Path.Combine(_folder, "cases.db"));

        Assert.Equal((ExitCode.Done, "read=1 started=1 existing=0 refused=0\n"), (code, output));
        Assert.False(System.IO.File.Exists(csv + ".refused.csv"));
    }

    [Fact]
    public void Names_the_column_that_a_file_lacks()
    {
        var (csv, map) = (File("rows.csv", "id,subject\n1,x\n"), File("map.json", Map));

        var (code, output, error) = CommandLine.Run("", "import", csv, "--map", map, "--database", Path.Combine(_folder, "cases.db"));

        Assert.Equal((ExitCode.Refused, ""), (code, output));
        Assert.EndsWith("Expected the columns title, text, but the file has id, subject.\n", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Expected --database FILE, or --provider postgres or sqlserver with --connection.\n")]
    [InlineData("Expected --connection for --provider postgres.\n", "--provider", "postgres")]
    [InlineData("Expected --connection for --provider sqlserver.\n", "--provider", "sqlserver")]
    [InlineData("--provider: Expected sqlite, postgres or sqlserver, but found 'oracle'.\n", "--provider", "oracle", "--database", "x")]
    public void Says_which_option_is_missing(string message, params string[] options)
    {
        var (code, _, error) = CommandLine.Run("", ["import", File("rows.csv", Csv), "--map", File("map.json", Map), .. options]);

        Assert.Equal((ExitCode.Usage, message), (code, error));
    }

    [Fact]
    public void Needs_its_files()
    {
        var (code, _, error) = CommandLine.Run("", "import", "nowhere.csv", "--map", File("map.json", Map), "--database", "x");

        Assert.Equal((ExitCode.Usage, "Expected a file, but there is no nowhere.csv.\n"), (code, error));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private string File(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }
}
