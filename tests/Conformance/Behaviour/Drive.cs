using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Cli.Drive;

namespace CaseFlow.Conformance.Behaviour;

/// <summary>One file driven over the driver's own lines. What differs from what must be seen is thrown.</summary>
internal sealed class Drive
{
    private readonly Driver _driver = new();
    private string _instance = "";
    private int _started;

    public Drive(string directory, params string[] files)
    {
        Ask(new { op = "reset", autoJobs = true });
        foreach (var file in files) Expect(Ask(new { op = "deploy", file = Path.Combine(directory, file) }));
    }

    public int Instances => _started;

    public Drive Start(string process, object? variables = null)
    {
        var answer = Expect(Ask(new { op = "start", process, variables }));
        _instance = (string)answer["instance"]!;
        _started++;
        return this;
    }

    public Drive StartFails(string process, object variables, string naming)
    {
        var answer = Ask(new { op = "start", process, variables });
        Check((bool)answer["ok"]! == false && answer.ToJsonString().Contains(naming, StringComparison.Ordinal), $"a refused start that names {naming}", answer.ToJsonString());
        return this;
    }

    public Drive Complete(string task, object? variables = null)
    {
        Expect(Ask(new { op = "complete", instance = _instance, element = task, variables }));
        return this;
    }

    public Drive Message(string name)
    {
        var answer = Expect(Ask(new { op = "message", name }));
        if (_instance.Length == 0) _instance = (string)answer["correlated"]![0]!;
        return this;
    }

    public Drive Set(object variables)
    {
        Expect(Ask(new { op = "set", instance = _instance, variables }));
        return this;
    }

    public Drive StartAdHoc(string element, bool refused = false)
    {
        var answer = Ask(new { op = "startAdHoc", instance = _instance, element });
        Check((bool)answer["ok"]! != refused, refused ? "a refusal" : "a start", answer.ToJsonString());
        return this;
    }

    public Drive Advance(string by, int fired)
    {
        var answer = Expect(Ask(new { op = "advance", by }));
        Check(answer["fired"]!.AsArray().Count == fired, $"{fired} firings", answer.ToJsonString());
        return this;
    }

    /// <summary>Names (or ids, where there is no name) of the open tasks, whatever their order.</summary>
    public Drive Tasks(params string[] expected)
    {
        var tasks = State()["tasks"]!.AsArray().Select(task => (string?)task!["name"] ?? (string)task["element"]!).Order(StringComparer.Ordinal).ToArray();
        Check(tasks.SequenceEqual(expected.Order(StringComparer.Ordinal)), $"tasks [{string.Join(", ", expected)}]", $"[{string.Join(", ", tasks)}]");
        return this;
    }

    public Drive Assigned(string assignee)
    {
        var tasks = State()["tasks"]!.AsArray();
        Check(tasks.Count == 1 && (string?)tasks[0]!["assignee"] == assignee, $"one task of {assignee}", tasks.ToJsonString());
        return this;
    }

    public Drive Waits(int messages, int signals, int timers)
    {
        var state = State();
        int Count(string kind) => state["subscriptions"]!.AsArray().Count(subscription => (string?)subscription!["kind"] == kind);
        var seen = (Count("message"), Count("signal"), state["timers"]!.AsArray().Count);
        Check(seen == (messages, signals, timers), $"{(messages, signals, timers)} messages, signals and timers", seen.ToString());
        return this;
    }

    public Drive Ended()
    {
        var status = (string?)State()["status"];
        Check(status is "completed" or "terminated", "an ended case", status ?? "");
        return this;
    }

    private JsonNode State() => Expect(Ask(new { op = "state", instance = _instance }));

    private JsonNode Ask(object line) => JsonNode.Parse(_driver.Answer(JsonSerializer.Serialize(line)))!;

    private static JsonNode Expect(JsonNode answer)
    {
        Check((bool)answer["ok"]!, "ok", answer.ToJsonString());
        return answer;
    }

    private static void Check(bool holds, string expected, string found)
    {
        if (!holds) throw new BehaviourException($"Expected {expected}, but found {found}.");
    }
}

internal sealed class BehaviourException(string message) : Exception(message);
