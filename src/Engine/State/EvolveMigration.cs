using System.Collections.Immutable;
using CaseFlow.Engine.Events;

namespace CaseFlow.Engine.State;

/// <summary>A case that goes on in another version: only ids and what tasks say change, never what was done.</summary>
internal static class EvolveMigration
{
    public static CaseState Apply(CaseState state, CaseMigrated e)
    {
        foreach (var process in e.Processes) state = WithProcess(state, e, process);
        foreach (var moved in e.Elements) state = WithElement(state, moved);
        foreach (var scope in e.Tokens.GroupBy(token => token.ScopeKey)) state = EvolveElements.With(state, scope.Key, element => element with { Tokens = Replaced(element.Tokens, [.. scope]) });
        foreach (var wait in e.Waits) state = WithWait(state, wait);
        return state with
        {
            Compensations = state.Compensations.SetItems(e.Compensations.Select(moved => KeyValuePair.Create(moved.Key, state.Compensations[moved.Key] with { ElementId = moved.ElementId }))),
            Tasks = state.Tasks.SetItems(e.Tasks.Select(task => KeyValuePair.Create(task.Key, task))),
            Stages = Stages(state, e.Names),
            Performers = Performers(state, e.Names),
        };
    }

    private static CaseState WithProcess(CaseState state, CaseMigrated e, MovedElement process)
    {
        if (process.Key == 0) state = WithElement(state, process) with { Flow = e.To, Process = process.ElementId };
        else state = EvolveElements.With(state, process.Key, call => call with { Called = call.Called! with { Flow = e.To, Process = process.ElementId } });
        return state;
    }

    private static CaseState WithElement(CaseState state, MovedElement moved)
    {
        state = EvolveElements.With(state, moved.Key, element => element with { ElementId = moved.ElementId });
        if (state.Jobs.TryGetValue(moved.Key, out var job)) state = state with { Jobs = state.Jobs.SetItem(moved.Key, job with { ElementId = moved.ElementId }) };
        foreach (var incident in state.Incidents.Values)
            if (incident.ElementKey == moved.Key)
                state = state with { Incidents = state.Incidents.SetItem(incident.Key, incident with { ElementId = moved.ElementId }) };
        return state;
    }

    private static CaseState WithWait(CaseState state, MovedElement wait) => state.Timers.TryGetValue(wait.Key, out var timer)
        ? state with { Timers = state.Timers.SetItem(wait.Key, timer with { ElementId = wait.ElementId }) }
        : state with { Subscriptions = state.Subscriptions.SetItem(wait.Key, state.Subscriptions[wait.Key] with { ElementId = wait.ElementId }) };

    private static ImmutableArray<string> Replaced(ImmutableArray<string> tokens, List<MovedToken> moved)
    {
        var next = tokens.ToBuilder();
        for (var i = 0; i < next.Count; i++)
        {
            var at = moved.FindIndex(token => token.From == next[i]);
            if (at < 0) continue;
            next[i] = moved[at].To;
            moved.RemoveAt(at);
        }

        return next.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, StageState> Stages(CaseState state, ImmutableArray<MovedId> names)
    {
        var found = names.Where(name => state.Stages.ContainsKey(name.From)).ToList();
        return state.Stages.RemoveRange(found.Select(name => name.From))
            .SetItems(found.Select(name => KeyValuePair.Create(name.To, state.Stages[name.From] with { Stage = name.To })));
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Performers(CaseState state, ImmutableArray<MovedId> names)
    {
        var found = names.Where(name => state.Performers.ContainsKey(name.From)).ToList();
        var performers = state.Performers.RemoveRange(found.Select(name => name.From));
        foreach (var name in found) performers = performers.SetItem(name.To, [.. performers.GetValueOrDefault(name.To, []).Union(state.Performers[name.From])]);
        return performers;
    }
}
