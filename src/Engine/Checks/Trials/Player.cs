using System.Collections.Immutable;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>Plays a run that was found as a case would run it: a command, and all that comes of it, in the engine's own order.</summary>
internal sealed class Player(Process trial, TrialWorld world, Oracle oracle)
{
    private const int MostFollowUps = 1_000;

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

    private void Prepare(IEnumerable<Oracle.Said> answers)
    {
        var left = answers.GroupBy(said => said.Place).ToDictionary(place => place.Key, place => new Queue<int>(place.Select(said => said.Answer)), StringComparer.Ordinal);
        oracle.Known = null;
        oracle.Choose = (place, _) => left.TryGetValue(place, out var queue) && queue.TryDequeue(out var answer) ? answer : 0;
    }

    private (TrialPoint Point, List<CaseEvent> Events) Drain(Machine.Outcome outcome)
    {
        var events = outcome.Events.ToList();
        for (var done = 0; done < MostFollowUps && !outcome.Point.HasEnded; done++)
        {
            if (!outcome.Point.Pending.IsEmpty) outcome = _machine.Follow(outcome.Point, outcome.Point.Pending[0]);
            else if (outcome.Point.Case.WaitingTokens > 0 && outcome.Point.Case.Incidents.IsEmpty) outcome = _machine.Settle(outcome.Point);
            else break;
            if (outcome.Events.IsEmpty && outcome.Point.Pending.IsEmpty) break;
            events.AddRange(outcome.Events);
        }

        return (outcome.Point, events);
    }
}
