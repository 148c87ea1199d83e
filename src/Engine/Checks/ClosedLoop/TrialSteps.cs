using System.Collections.Immutable;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.ClosedLoop;

/// <summary>A path as a trial run: what comes from outside begins a step, what follows in the same moment belongs to it.</summary>
internal static class TrialSteps
{
    public static ImmutableArray<TrialStep> Of(Process process, IReadOnlyList<LoopMove> path)
    {
        var steps = ImmutableArray.CreateBuilder<TrialStep>();
        for (var at = 0; at < path.Count;)
        {
            var moves = path.Skip(at).TakeWhile((move, index) => index == 0 || move.Kind is null).ToList();
            steps.Add(Step(process, moves));
            at += moves.Count;
        }

        return steps.ToImmutable();
    }

    private static TrialStep Step(Process process, List<LoopMove> moves)
    {
        var first = moves[0];
        var state = moves[^1].To;
        var taken = moves.SelectMany(move => move.Flows).Select(flow => process.Flows[flow]).ToList();
        return new TrialStep(
            first.Kind ?? TrialStepKind.Start, Place(process, first).Id, Detail(first.Element),
            [.. taken.Select(flow => flow.Id)], [.. taken.Where(flow => IsChoice(process, flow)).Select(flow => flow.Id)],
            [.. state.Tokens.Where(token => token > 0).Select(token => process.Elements[token].Id)], [.. state.Tokens.Where(token => token < 0).Select(token => process.Flows[~token].Id)]);
    }

    /// <summary>An error happens at the activity, whatever catches it.</summary>
    private static Element Place(Process process, LoopMove move) =>
        move is { Kind: TrialStepKind.Error, Element.AttachedTo: >= 0 and var on } ? process.Elements[on] : move.Element;

    private static bool IsChoice(Process process, SequenceFlow flow) =>
        process.Elements[flow.Source] is { Outgoing.Length: > 1 } source && (flow.Condition is not null || flow.Index == source.DefaultFlow);

    private static string? Detail(Element element) => element.Event switch
    {
        MessageDefinition message => message.Name,
        SignalDefinition signal => signal.Name,
        ErrorDefinition error => error.Code,
        _ => null,
    };
}
