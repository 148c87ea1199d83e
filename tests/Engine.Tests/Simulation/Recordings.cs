using System.Text.RegularExpressions;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Simulation.Recorded;
using CaseFlow.Engine.Simulation.Running;
using CaseFlow.Engine.Simulation.Scenarios;

namespace CaseFlow.Engine.Tests.Simulation;

/// <summary>Cases as a store would have recorded them, had a simulation been real.</summary>
internal static partial class Recordings
{
    public static IReadOnlyList<RecordedCase> Of(FlowPackage flow, IWorld world, Scenario scenario, long seed = 1)
    {
        var cases = new SortedDictionary<string, List<RecordedEvent>>(StringComparer.Ordinal);
        new SimulationRun(new SimulationModel(flow, world, scenario), seed, (command, step, at) =>
        {
            var number = step.State.Facts.Number;
            if (!cases.TryGetValue(number, out var events)) cases[number] = events = [];
            events.AddRange(step.Events.Select(@event => new RecordedEvent(@event, at, command.Actor, Cause(command))));
        }).Run();
        return [.. cases.Select(entry => new RecordedCase(entry.Key, flow.Ref, [.. entry.Value]))];
    }

    /// <summary>As the runtime names commands.</summary>
    private static string Cause(Command command) => Word().Replace(command.GetType().Name, "-$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Word();
}
