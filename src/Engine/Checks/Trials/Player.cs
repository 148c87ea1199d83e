using System.Collections.Immutable;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>Plays a run that was found as a case would run it: a command, and all that comes of it, in the engine's own order.</summary>
internal sealed class Player(Process trial, TrialWorld world, Oracle oracle)
{
    private const int MostFollowUps = 300;

    private readonly Machine _machine = new(world, oracle);
    private readonly Moves _moves = new(trial);
    private readonly Telling _telling = new(trial);

    /// <param name="Events">All that happened, in order.</param>
    internal sealed record Run(ImmutableArray<TrialStep> Steps, ImmutableArray<CaseEvent> Events, CaseState Case);

    /// <param name="start">The start event; null: what runs by itself.</param>
    /// <param name="moves">What happens after the start.</param>
    /// <param name="answers">What the oracle says at each place, in order.</param>
    /// <returns>Null when one of the moves can't happen.</returns>
    public Run? Play(Element? start, IReadOnlyList<Move> moves, IEnumerable<Oracle.Said> answers)
    {
        Prepare(answers);
        var steps = ImmutableArray.CreateBuilder<TrialStep>();
        var events = ImmutableArray.CreateBuilder<CaseEvent>();
        var (point, happened) = Drain(_machine.Start(start));
        steps.Add(_telling.Of(new Move(TrialStepKind.Start, start?.Id ?? trial.Id, null, 0, 0), happened, point.Case));
        events.AddRange(happened);
        foreach (var move in moves)
        {
            if (point.HasEnded || _moves.Of(point.Case).FirstOrDefault(move.IsSameAs) is not { } possible) return null;
            (point, happened) = Drain(_machine.Do(point, possible));
            steps.Add(_telling.Of(move, happened, point.Case));
            events.AddRange(happened);
        }

        return new Run(steps.ToImmutable(), events.ToImmutable(), point.Case);
    }

    public bool IsStuck(CaseState state) => state.Status == CaseStatus.Active && !_moves.Of(state).Any();

    /// <summary>Tokens of the same flow that wait before an element, but for one of each.</summary>
    public int TokensTooMany(CaseState state, string elementId) => state.Elements.Values.Sum(scope =>
        scope.Tokens.Where(flow => trial.Elements[trial.FindFlow(flow)!.Target].Id == elementId).CountBy(flow => flow).Sum(flow => flow.Value - 1));

    private void Prepare(IEnumerable<Oracle.Said> answers)
    {
        var left = answers.GroupBy(said => said.Place).ToDictionary(place => place.Key, place => new Queue<int>(place.Select(said => said.Answer)), StringComparer.Ordinal);
        oracle.Memory = null;
        oracle.Choose = (place, _) => left.TryGetValue(place, out var queue) && queue.TryDequeue(out var answer) ? answer : 0;
    }

    private (TrialPoint Point, List<CaseEvent> Events) Drain(Machine.Outcome outcome)
    {
        var events = outcome.Events.ToList();
        for (var done = 0; done < MostFollowUps && !outcome.Point.HasEnded; done++)
        {
            var settles = outcome.Point.Pending.IsEmpty;
            outcome = settles ? _machine.Settle(outcome.Point) : _machine.Follow(outcome.Point, outcome.Point.Pending[0]);
            if (settles && outcome.Events.IsEmpty) break;
            events.AddRange(outcome.Events);
        }

        return (outcome.Point, events);
    }
}
