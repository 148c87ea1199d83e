using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution;

/// <summary>
/// Errors and escalations look for who catches them from the inside out: in each scope its event subprocesses, then the scope's
/// boundary events; a named code before a catch-all. What an event subprocess itself throws, its own scope's event subprocesses don't catch.
/// </summary>
internal static class Throwing
{
    /// <returns>False when nobody catches it.</returns>
    public static bool Error(Step step, long fromKey, string? code, FeelContext payload, string? message = null) =>
        Throw(step, fromKey, payload, FeelContext.Empty.With("errorCode", FeelValue.From(code)).With("errorMessage", FeelValue.From(message)), @event => @event is ErrorDefinition caught ? Rank(caught.Code, code) : 0);

    /// <returns>False when nobody catches it; the thrower goes on all the same.</returns>
    public static bool Escalation(Step step, long fromKey, string? code, FeelContext payload) =>
        Throw(step, fromKey, payload, FeelContext.Empty.With("escalationCode", FeelValue.From(code)), @event => @event is EscalationDefinition caught ? Rank(caught.Code, code) : 0);

    private static int Rank(string? caught, string? thrown) => caught is null ? 1 : caught == thrown ? 2 : 0;

    private static bool Throw(Step step, long fromKey, FeelContext payload, FeelContext facts, Func<EventDefinition?, int> rank)
    {
        var fromEventSubprocess = false;
        for (var self = step.Get(fromKey); ; self = step.Get(self.ScopeKey))
        {
            var process = step.InnerProcessOf(self);
            if (!fromEventSubprocess && self.Loop is null && Best(process, step.InnerScopeOf(self).EventStarts, rank) is { } start)
            {
                Triggers.FireEventSubprocess(step, self, start, payload, facts);
                return true;
            }

            if (self.Key == 0) return false;
            var element = step.ElementOf(self);
            if (self.LoopCounter == 0 && Best(step.ProcessOf(self), element.Boundaries, rank) is { } boundary)
            {
                Triggers.FireBoundary(step, self, boundary, payload, facts);
                return true;
            }

            fromEventSubprocess = element.Kind == ElementKind.EventSubprocess;
        }
    }

    private static Element? Best(Process process, System.Collections.Immutable.ImmutableArray<int> events, Func<EventDefinition?, int> rank)
    {
        Element? best = null;
        var bestRank = 0;
        foreach (var index in events)
        {
            var found = rank(process.Elements[index].Event);
            if (found > bestRank) (best, bestRank) = (process.Elements[index], found);
        }

        return best;
    }
}
