using System.Collections.Immutable;
using System.Text.Json;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Effects;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;
using CaseFlow.Engine.State;
using CaseFlow.TestSupport;

namespace CaseFlow.Engine.Tests.Conformance;

/// <summary>The gateways and basics of betsy, a benchmark of BPMN engines, whose files lie beside the repository when it is developed.</summary>
public sealed class BetsyTests
{
    private const string Script = "SCRIPT_";

    [SkippableFact]
    public void Every_file_runs_as_expected()
    {
        var folder = Repository.Shared("conformance/betsy");
        Skip.If(folder is null, Repository.NoShared);
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        // TrueParallelism measures how long scripts sleep side by side; a FEEL script can't sleep.
        var failures = expected.RootElement.EnumerateArray().Where(file => file.GetProperty("file").GetString() != "gateways/ParallelGateway_TrueParallelism.bpmn")
            .SelectMany(file => file.GetProperty("cases").EnumerateArray().Select(run => Failure(folder, file.GetProperty("file").GetString()!, run)))
            .OfType<string>();
        Assert.Equal([], failures);
    }

    private static string? Failure(string folder, string file, JsonElement run)
    {
        var input = run.TryGetProperty("test", out var test) ? test.GetString() : null;
        var wanted = run.GetProperty("trace").EnumerateArray().Select(entry => entry.GetString()!).ToList();
        var result = FlowReader.Read(new FlowRef("test", 1), ImmutableDictionary<string, string>.Empty.Add(Path.GetFileName(file), File.ReadAllText(Path.Combine(folder, file))));
        if (result.Package is not { } package)
            return result.Problems.Any(problem => problem.Rule == "unsupported-element" && problem.ElementId == "ComplexGateway_1") ? null : $"{file}: {result.Problems[0]}";
        var found = Trace(package, input);
        return wanted.SequenceEqual(found) || wanted.Order().SequenceEqual(found.Order()) ? null : $"{file} ({input}): expected {string.Join(" ", wanted)}, found {string.Join(" ", found)}";
    }

    private static List<string> Trace(FlowPackage package, string? input)
    {
        var run = new TestCase(package);
        run.Started(input is null ? [] : [("test", input)]);
        if (run.Rejection is not null) return ["ERROR_runtime"];
        for (var done = 0; run.State!.Status == CaseStatus.Active && done < 20; done++)
        {
            foreach (var signal in run.Effects.OfType<BroadcastSignal>().ToList()) run.When(new DeliverSignal(Actor.System, signal.Name, signal.Variables));
            run.Effects.Clear();
            if (run.State!.Timers.Values.MinBy(timer => timer.DueAt) is { } next) run.After(System.Xml.XmlConvert.ToString(next.DueAt - run.Now));
        }

        var process = package.Processes[package.MainProcess];
        return [.. run.Events.OfType<ElementCompleted>().Select(e => process[e.ElementId].Script?.Text).OfType<string>()
            .Where(text => text.StartsWith(Script, StringComparison.Ordinal)).Select(text => text[Script.Length..])];
    }
}
