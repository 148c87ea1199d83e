using CaseFlow.Engine.Checks.Trials;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>Warns of what can go wrong in a run, found by trying them all with the engine itself; each finding with the steps that lead to it.</summary>
internal static class SoundnessRule
{
    public static void Check(IReadOnlyCollection<Process> processes, CompileContext context)
    {
        var letOut = new LetOut(call => Called(call, processes, context));
        var called = processes.SelectMany(process => process.Elements).Where(element => element.Call?.Flow == context.Flow).Select(element => element.Call!.Process).ToHashSet(StringComparer.Ordinal);
        foreach (var process in processes)
            foreach (var finding in Trial.Of(process, new Writes(context.Forms), letOut, called.Contains(process.Id)))
                Tell(process, finding, context.Problems);
    }

    private static Process? Called(CallDefinition call, IReadOnlyCollection<Process> processes, CompileContext context) => call.Flow == context.Flow
        ? processes.FirstOrDefault(process => process.Id == call.Process)
        : context.Callable.Values.FirstOrDefault(package => package.Ref == call.Flow)?.Processes.GetValueOrDefault(call.Process);

    private static void Tell(Process process, Finding finding, ProblemList problems)
    {
        var (rule, message) = Words(finding);
        problems.Warning(rule, message, process.Find(finding.ElementId) ?? process.Root, finding.Steps);
    }

    private static (string Rule, string Message) Words(Finding finding)
    {
        var id = finding.ElementId;
        return finding.Kind switch
        {
            FindingKind.Stuck => ("may-get-stuck", $"Expected every way to {id} to bring it all the tokens it waits for, but there is one on which it waits for ever."),
            FindingKind.Twice => ("may-run-twice", $"Expected one token at a time at {id}, but there is a way on which two come: what follows would run twice."),
            FindingKind.NoEnd => ("may-never-end", $"Expected every way to lead to an end at last, but from {id} none does."),
            FindingKind.Uncaught => ("uncaught-error", $"Expected somebody to catch the error of {id}, but nobody does: the case would stop there."),
            FindingKind.NeverReached => ("never-reached", $"Expected a way on which {id} is reached, but there is none."),
            FindingKind.GaveUp => ("too-many-states", $"Expected to try every way through {id}, but gave up after {finding.Detail} states: nothing is known of the rest."),
            _ => throw new ArgumentOutOfRangeException(nameof(finding), finding.Kind, "Expected a known kind of finding."),
        };
    }
}
