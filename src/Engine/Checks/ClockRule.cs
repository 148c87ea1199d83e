using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>Clocks have ids of their own, and name elements that exist; so do the commands to them.</summary>
internal static class ClockRule
{
    public static void Check(Process process, CompileContext context)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var clock in process.Clocks)
        {
            if (clock.Id.Length == 0 || !ids.Add(clock.Id))
                context.Problems.Error("clock-id", $"Expected an id of its own on every clock, but '{clock.Id}' is none.", process.Root);
            foreach (var end in new[] { clock.Start, clock.Stop }.OfType<string>())
                if (process.Find(end) is null)
                    context.Problems.Error("unknown-reference", $"Expected clock {clock.Id} to start and stop at elements of the process, but there is no {end}.", process.Root);
        }

        foreach (var element in process.Elements)
            foreach (var command in element.ClockCommands)
                if (!ids.Contains(command.Clock))
                    context.Problems.Error("unknown-clock", $"Expected {element.Id} to name a clock of the process, but there is no {command.Clock}.", element);
    }
}
