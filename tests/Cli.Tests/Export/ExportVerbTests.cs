using CaseFlow.Cli.Tests.Simulation;

namespace CaseFlow.Cli.Tests.Export;

/// <summary>From a database to an export, and what can be done with one.</summary>
public sealed class ExportVerbTests : IDisposable
{
    private const string Map = """{ "flow": "small", "source": "test", "externalId": "id", "fields": { "people": { "column": "people" } } }""";

    private readonly TrialFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Writes_a_case_a_line_that_verifies()
    {
        var (file, lines) = Export("1,3", "2,6");

        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.StartsWith("{\"format\":\"caseflow-case/1\",\"caseId\":\"", line, StringComparison.Ordinal));
        Assert.Equal((ExitCode.Done, $"2 cases, {lines.Sum(line => line.Split("\"sequence\":").Length - 1)} events, 0 seals, 0 faults\n", ""), CommandLine.Run("", "verify", "--export", file));
    }

    [Fact]
    public void An_edited_line_shows()
    {
        var (file, lines) = Export("1,3");
        File.WriteAllText(file, lines[0].Replace("\"people\":3", "\"people\":4", StringComparison.Ordinal));

        var (code, output, _) = CommandLine.Run("", "verify", "--export", file);

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains(" sequence 2 event-changed ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_line_that_is_no_case()
    {
        var file = _folder.Write("cases.jsonl", "{}\n");

        Assert.Equal((ExitCode.Refused, "", $"{file}:1: Expected a case with \"format\": \"caseflow-case/1\", but found none.\n"), CommandLine.Run("", "verify", "--export", file));
    }

    [Fact]
    public void Replay_names_the_case_that_has_no_beginning()
    {
        var (file, lines) = Export("1,3");
        File.WriteAllText(file, lines[0][..lines[0].IndexOf("\"events\":", StringComparison.Ordinal)] + "\"events\":[]}");

        var (code, output, error) = CommandLine.Run("", "replay", _folder.Flow, "--cases", file);

        Assert.Equal((ExitCode.Refused, ""), (code, output));
        Assert.StartsWith($"{file}:1: Expected case ", error, StringComparison.Ordinal);
        Assert.EndsWith(" to begin with case-started, but it doesn't.\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_names_exactly_exactly_the_cases_that_a_changed_table_changes()
    {
        var (file, lines) = Export("1,3", "2,4", "3,6", "4,4");
        var fours = lines.Where(line => line.Contains("\"people\":4", StringComparison.Ordinal)).Select(line => line.Split("\"number\":\"")[1].Split('"')[0]).ToList();
        using var draft = new TrialFolder(limit: 4);

        var same = CommandLine.Run("", "replay", _folder.Flow, "--cases", file);
        var changed = CommandLine.Run("", "replay", draft.Flow, "--cases", file);

        Assert.Equal((ExitCode.Done, "4 recorded cases through Small flow (small): 4 as recorded, 0 changed; 0 of these need an answer that the record doesn't have.\n", ""), same);
        Assert.Equal("", changed.Error);
        Assert.Equal($$"""
            4 recorded cases through Small flow (small): 2 as recorded, 2 changed; 2 of these need an answer that the record doesn't have.

            What changed
              clock promise: not breached → breached: 2 cases
                {{fours[0]}}
                {{fours[1]}}
              closure small → open: 2 cases
                {{fours[0]}}
                {{fours[1]}}
              decision size: few → many: 2 cases
                {{fours[0]}} for {people: 4}: "small" → "big"
                {{fours[1]}} for {people: 4}: "small" → "big"
              needs-answer do: 2 cases
                {{fours[0]}}
                {{fours[1]}}

            """.ReplaceLineEndings("\n"), changed.Out);
    }

    [Fact]
    public void A_simulation_learns_from_recorded_cases_and_writes_down_what_it_learnt()
    {
        var (file, _) = Export("1,3", "2,4");
        var scenario = Path.Combine(Path.GetDirectoryName(file)!, "learnt.json");

        var (code, learnt, error) = CommandLine.Run("", "simulate", _folder.Flow, "--learn", file, "--save-scenario", scenario, "--days", "5");
        var again = CommandLine.Run("", "simulate", _folder.Flow, "--scenario", scenario);

        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.Contains("\"rate\": \"2/day\"", File.ReadAllText(scenario), StringComparison.Ordinal);
        Assert.Equal((ExitCode.Done, learnt, ""), again);
    }

    private (string File, string[] Lines) Export(params string[] rows)
    {
        var csv = _folder.Write("rows.csv", "id,people\n" + string.Join("\n", rows) + "\n");
        var map = _folder.Write("map.json", Map);
        var database = Path.Combine(Path.GetDirectoryName(csv)!, "cases.db");
        var imported = CommandLine.Run("", "import", csv, "--map", map, "--database", database, "--workflows", Path.GetDirectoryName(csv)!);
        Assert.Equal((ExitCode.Done, $"read={rows.Length} started={rows.Length} existing=0 refused=0\n"), (imported.Code, imported.Out));
        var (code, output, error) = CommandLine.Run("", "export", "--database", database, "--flow", "small");
        Assert.Equal((ExitCode.Done, ""), (code, error));
        return (_folder.Write("cases.jsonl", output), output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
