using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>
/// Warns where tokens can get stuck or double: plays every scope's token game over all choices, whatever the data.
/// Subprocesses count as one step; their insides are played on their own.
/// </summary>
internal static class SoundnessRule
{
    /// <summary>Beyond so many states the rule gives up: it is a help, not a proof.</summary>
    private const int MostStates = 20_000;

    public static void Check(Process process, CompileContext context)
    {
        if (context.Problems.HasErrors) return;
        foreach (var scope in process.Elements)
        {
            if (scope.Kind is not (ElementKind.Process or ElementKind.Subprocess or ElementKind.EventSubprocess)) continue;
            var told = new HashSet<string>(StringComparer.Ordinal);
            foreach (var start in Starts(process, scope)) Explore(new TokenGame(process), start, problem => Tell(process, context, problem, told));
        }
    }

    private static void Explore(TokenGame game, Marking start, Action<TokenProblem> tell)
    {
        var seen = new HashSet<Marking> { start };
        var open = new Stack<Marking>([start]);
        while (open.TryPop(out var marking) && seen.Count < MostStates)
        {
            if (game.ProblemOf(marking) is { } problem)
            {
                tell(problem);
                continue;
            }

            foreach (var next in game.Next(marking))
                if (seen.Add(next))
                    open.Push(next);
        }
    }

    /// <summary>
    /// A process can begin at any of its start events; what has none begins with all that is free. A boundary event that doesn't interrupt
    /// begins a path beside the others, as often as it likes: that path is played by itself.
    /// </summary>
    private static IEnumerable<Marking> Starts(Process process, Element scope)
    {
        var starts = scope.Children.Where(child => process.Elements[child].Kind.IsStartEvent()).ToList();
        var beside = scope.Children.Where(child => process.Elements[child] is { Interrupting: false } element && element.Kind.IsBoundaryEvent());
        foreach (var start in starts.Concat(beside)) yield return Marking.At([start]);
        if (starts.Count == 0 && !scope.Entries.IsEmpty) yield return Marking.At(scope.Entries);
    }

    private static void Tell(Process process, CompileContext context, TokenProblem problem, HashSet<string> told)
    {
        var element = process.Elements[problem.Element];
        if (!told.Add(element.Id + problem.IsStuck)) return;
        if (problem.IsStuck)
            context.Problems.Warning("may-get-stuck", $"Expected every way to {element.Id} to bring it all the tokens it waits for, but there is one on which it waits for ever.", element);
        else
            context.Problems.Warning("may-run-twice", $"Expected one token at a time at {element.Id}, but there is a way on which two come: what follows would run twice.", element);
    }
}
