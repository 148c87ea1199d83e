using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Cli.Drive;

namespace CaseFlow.Conformance.Betsy;

/// <summary>One case of a file, driven over the driver's own lines until nothing is left to wait for.</summary>
internal sealed class Trial
{
    private const string JobTime = "PT10S";
    private const int MostRounds = 50;

    private readonly Driver _driver = new();
    private readonly List<(int Begin, int End)> _jobs = [];

    /// <summary>What was logged, in order; or ERROR_runtime; or the rule that refused the file and where.</summary>
    public IReadOnlyList<string> Run(string xml, string? input)
    {
        var deployed = Ask(new { op = "deploy", xml = Placeholder.Replace(xml) });
        if (!(bool)deployed["ok"]!) return Refusal(deployed);
        var process = (string)deployed["processes"]![0]!;
        var started = Ask(new { op = "start", process, variables = input is null ? new JsonObject() : new JsonObject { ["test"] = input } });
        if (!(bool)started["ok"]!) return ["ERROR_runtime"];
        var ended = Drive((string)started["instance"]!);
        var logs = Placeholder.Logs(xml);
        return [.. ended["trace"]!.AsArray().Select(id => logs.GetValueOrDefault((string)id!)).OfType<string>(), .. Parallelism()];
    }

    private JsonNode Drive(string instance)
    {
        var open = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var round = 0; ; round++)
        {
            var state = Ask(new { op = "state", instance });
            if ((string)state["status"]! != "active" || round == MostRounds) return state;
            foreach (var job in state["jobs"]!.AsArray()) open.TryAdd((string)job!["element"]!, round);
            Ask(new { op = "advance", by = JobTime });
            foreach (var (element, begin) in open.ToList())
            {
                Ask(new { op = "completeJob", instance, element });
                _jobs.Add((begin, round + 1));
                open.Remove(element);
            }
        }
    }

    /// <summary>Two pieces of work that take time are parallel when the second began before the first had ended.</summary>
    private IEnumerable<string> Parallelism()
    {
        if (_jobs.Count > 1) yield return _jobs.Zip(_jobs.Skip(1)).All(pair => pair.Second.Begin < pair.First.End) ? "EXECUTION_parallel" : "EXECUTION_serial";
    }

    private static List<string> Refusal(JsonNode deployed) =>
        [.. deployed["problems"]!.AsArray().Select(problem => $"{(string)problem!["rule"]!} {(string?)problem["element"]} line {(int)problem["line"]!}")];

    private JsonNode Ask(object line) => JsonNode.Parse(_driver.Answer(JsonSerializer.Serialize(line)))!;
}
