using CaseFlow.Engine.Events;

namespace CaseFlow.Engine.Simulation.Replaying;

/// <summary>How the outcome of a replay differs from the recorded one.</summary>
internal static class Comparison
{
    public static IEnumerable<Change> Of(CaseReplay replay)
    {
        var (old, now) = (replay.Script.Outcome, replay.Outcome);
        var refused = replay.Refused.Select(refusal => new Change("refused", refusal.Element, refusal.Reason));
        if (!replay.HasBegun) return refused;
        return
        [
            .. refused,
            .. replay.Unanswered.Select(element => new Change("needs-answer", element)),
            .. Closure(old, now),
            .. old.Decisions.Keys.Union(now.Decisions.Keys).Order(StringComparer.Ordinal).SelectMany(decision => Decision(decision, old.Decisions.GetValueOrDefault(decision, []), now.Decisions.GetValueOrDefault(decision, []))),
            .. old.Steps.Keys.Union(now.Steps.Keys).Order(StringComparer.Ordinal).SelectMany(step => Step(step, old.Steps.GetValueOrDefault(step), now.Steps.GetValueOrDefault(step))),
            .. old.Clocks.Union(now.Clocks).Order(StringComparer.Ordinal).SelectMany(clock => Clock(clock, old, now)),
        ];
    }

    private static IEnumerable<Change> Closure(Outcome old, Outcome now)
    {
        var (before, after) = (Ending(old), Ending(now));
        if (before != after) yield return new Change("closure", $"{before} → {after}");
    }

    private static string Ending(Outcome outcome) => outcome.Status is null ? "open" : outcome.Closure ?? "closed";

    private static IEnumerable<Change> Decision(string decision, List<DecisionMade> old, List<DecisionMade> now)
    {
        for (var i = 0; i < Math.Min(old.Count, now.Count); i++)
        {
            var (before, after) = (old[i], now[i]);
            var rules = $"{decision}: {Rules(before)} → {Rules(after)}";
            if (!before.Output.Equals(after.Output)) yield return new Change("decision", rules, $"for {after.Inputs}: {before.Output} → {after.Output}");
            else if (!before.Rules.AsSpan().SequenceEqual(after.Rules.AsSpan())) yield return new Change("rule", rules, $"for {after.Inputs}: {after.Output} as before");
        }

        if (old.Count != now.Count) yield return new Change("decision", $"{decision}: asked {(now.Count > old.Count ? "more" : "less")} often", $"{old.Count} → {now.Count}");
    }

    private static string Rules(DecisionMade made) => made.Rules.IsEmpty ? "no rule" : string.Join(" ", made.Rules);

    private static IEnumerable<Change> Step(string step, int before, int after)
    {
        if (before != after) yield return new Change("step", $"{step}: done {(after > before ? "more" : "less")} often", $"{before} → {after}");
    }

    private static IEnumerable<Change> Clock(string clock, Outcome old, Outcome now)
    {
        var (before, after) = (State(clock, old), State(clock, now));
        if (before != after) yield return new Change("clock", $"{clock}: {before} → {after}");
    }

    private static string State(string clock, Outcome outcome) =>
        !outcome.Clocks.Contains(clock) ? "not started" : outcome.Breached.Contains(clock) ? "breached" : "not breached";
}
