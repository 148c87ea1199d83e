using System.Text;
using System.Text.Json;
using CaseFlow.Cli.Databases;
using CaseFlow.Runtime.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cli.Tests.Outbox;

/// <summary>Two cases of the complaint flow whose first activity was given up.</summary>
public sealed class OutboxVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("caseflow-outbox-").FullName;

    private string Database => Path.Combine(_folder, "cases.db");

    [Fact]
    public async Task Lists_what_could_not_be_sent_sends_one_again_and_drops_one()
    {
        await PrepareAsync();

        var (code, output, _) = Run();
        var lines = output.TrimEnd('\n').Split('\n').Select(line => line.Split('\t')).ToList();
        var letters = Run("--json").Out.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal((ExitCode.Done, 2, 2), (code, lines.Count, letters.Count));
        Assert.All(lines, line => Assert.Equal(("run-activity", "suggest-duplicates", "10", "no line"), (line[2], line[3], line[6], line[7])));
        Assert.Equal(lines.Select(line => (line[0], line[1])), letters.Select(letter => (letter.GetProperty("key").GetString()!, letter.GetProperty("caseNumber").GetString()!)));
        Assert.Contains("\"activityType\"", letters[0].GetProperty("payload").GetString(), StringComparison.Ordinal);

        var (first, second) = (lines[0][0], lines[1][0]);
        Assert.Equal((ExitCode.Done, $"{first} is sent again\n", ""), Run("--resend", first, "--reason", "line is back"));
        Assert.Equal((ExitCode.Done, $"{second} is dropped\n", ""), Run("--drop", second, "--reason", "told by phone"));
        Assert.Equal((ExitCode.Done, "", ""), Run());
        Assert.Equal((ExitCode.Refused, "", $"Expected a row {first} that was given up, but there is none.\n"), Run("--drop", first, "--reason", "again"));

        await using var context = await OpenAsync();
        Assert.Equal(0, (await context.Outbox.IgnoreQueryFilters().SingleAsync(row => row.Key == first)).Attempts);
        Assert.Equal(1, await context.Incidents.IgnoreQueryFilters().CountAsync());
        Assert.Equal([Environment.UserName, Environment.UserName], await context.CaseEvents.IgnoreQueryFilters().Where(e => e.Type == "dead-letter-handled").Select(e => e.ActorId).ToListAsync());
    }

    [Fact]
    public async Task Sends_a_mended_content_and_refuses_one_of_another_job()
    {
        await PrepareAsync();
        var letter = JsonDocument.Parse(Run("--json").Out.Split('\n')[0]).RootElement;
        var (key, payload, file) = (letter.GetProperty("key").GetString()!, letter.GetProperty("payload").GetString()!, Path.Combine(_folder, "payload.json"));

        await File.WriteAllTextAsync(file, payload.Replace("\"attempt\":1", "\"attempt\":2", StringComparison.Ordinal));
        Assert.Equal((ExitCode.Refused, "", "Expected the job's key, element, activity and attempt to stay as they are.\n"), Run("--resend", key, "--payload", file, "--reason", "typo"));
        await File.WriteAllTextAsync(file, payload.Replace("\"settings\":{}", "\"settings\":{\"days\":3}", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Done, Run("--resend", key, "--payload", file, "--reason", "typo").Code);

        Assert.Equal(1, Run().Out.Count(c => c == '\n'));
        await using var context = await OpenAsync();
        var sent = await context.Outbox.IgnoreQueryFilters().SingleAsync(row => row.Key == key);
        Assert.Equal((await File.ReadAllTextAsync(file), true), (Encoding.UTF8.GetString(sent.Payload), sent.Payload.AsSpan().IndexOf("\"days\":3"u8) > 0));
    }

    [Fact]
    public void Says_what_is_wrong_with_its_options()
    {
        Assert.Equal((ExitCode.Usage, "", "Expected --resend or --drop, not both.\n"), Run("--resend", "a", "--drop", "b"));
        Assert.Equal((ExitCode.Usage, "", "Expected --reason TEXT with --resend and --drop.\n"), Run("--drop", "a", "--reason", " "));
        Assert.Equal((ExitCode.Usage, "", "Expected --payload FILE with --resend only.\n"), Run("--payload", "x"));
        Assert.Equal((ExitCode.Usage, "", "Expected a file, but there is no none.json.\n"), Run("--resend", "a", "--reason", "x", "--payload", "none.json"));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private (int Code, string Out, string Error) Run(params string[] options) => CommandLine.Run("", ["outbox", "--database", Database, .. options]);

    private async Task PrepareAsync()
    {
        var (csv, map) = (Path.Combine(_folder, "rows.csv"), Path.Combine(_folder, "import.json"));
        await File.WriteAllTextAsync(csv, "id,title\n1,路灯不亮\n2,路灯不亮\n");
        await File.WriteAllTextAsync(map, """{ "flow": "complaint", "source": "test", "externalId": "id", "fields": { "title": { "column": "title" }, "description": { "column": "title" }, "category": { "value": "other" } } }""");
        Assert.Equal(ExitCode.Done, CommandLine.Run("", "import", csv, "--map", map, "--database", Database).Code);
        await using var context = await OpenAsync();
        await context.Outbox.IgnoreQueryFilters().ExecuteUpdateAsync(set => set
            .SetProperty(row => row.DeadAt, new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.Zero)).SetProperty(row => row.Attempts, 10).SetProperty(row => row.LastError, "no\nline"));
    }

    private async Task<CaseFlowDbContext> OpenAsync() =>
        (await OpenDatabase.OpenAsync(DatabaseTarget.Sqlite(Database, "demo"), default)).Get<Runtime.Storage.Database>().OpenUnscoped();
}
