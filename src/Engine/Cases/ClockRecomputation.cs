using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Cases;

/// <summary>Open clocks after a calendar or their settings changed: counted again from their start, through every pause and extension since.</summary>
internal static class ClockRecomputation
{
    public static Rejected? Run(Step step, RecomputeClocks c)
    {
        if (step.State.Version != c.Version)
            return new Rejected("case-moved-on", $"Expected the case at version {c.Version}, to which its clocks' past belongs, but it is at {step.State.Version}.");
        try
        {
            // All of it is worked out before anything is emitted.
            var changed = step.State.Clocks.Values.Where(clock => Concerns(c, clock)).Select(clock => (Before: clock, After: Anew(step, c, clock)))
                .Where(clock => clock.Before != clock.After).ToList();
            foreach (var (before, after) in changed) step.Emit(new ClockChanged(before.Key, before.ClockId, "recomputed", c.Reason, after, before.Due));
            if (changed.Count > 0) TaskRules.FollowClocks(step);
            return null;
        }
        catch (ModelFault fault)
        {
            return new Rejected(fault.Code, fault.Message);
        }
    }

    private static bool Concerns(RecomputeClocks c, ClockState clock) => c.Calendars is not { } calendars || calendars.Contains(clock.Calendar ?? "");

    private static ClockState Anew(Step step, RecomputeClocks c, ClockState clock)
    {
        var definition = ClockRules.Definition(step, clock);
        var past = new ClockPast(clock, c.Past);
        var settled = c.Calendars is not null
            ? clock
            : clock with { Rule = definition.Rule, Calendar = definition.Calendar, Amount = Expressions.Number(step, definition.Amount, clock.ScopeKey) + past.Extended };
        settled = settled with { Due = past.Due(step.World.Calendar(settled.Calendar), settled) };
        return settled.PausedAt is null ? ClockMarks.Moved(step, settled, definition) : settled;
    }
}
