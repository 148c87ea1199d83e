using System.Text;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>
/// What makes two points of trials the same: the tree of what is live, its waits and tokens, and the answers that hold. Keys, moments,
/// variables and how often something was done before make no difference.
/// </summary>
internal sealed class Likeness(Process process)
{
    public string Of(TrialPoint point)
    {
        var state = point.Case;
        if (point.HasEnded) return "ended";
        if (!state.Incidents.IsEmpty) return "stopped" + string.Join(' ', state.Incidents.Values.Select(incident => incident.ElementKey + incident.Code + string.Join(' ', state.Elements[incident.ElementKey].Tokens)));
        var within = state.Elements.Values.Where(instance => instance.Key != 0).ToLookup(instance => instance.ScopeKey);
        var text = new StringBuilder();
        Write(text, point, state.Elements[0], within);
        foreach (var name in point.Memory.Written) text.Append('~').Append(name);
        foreach (var (condition, answer) in point.Memory.Answers) text.Append('|').Append(condition).Append(answer.Holds ? "=1" : "=0").Append(answer.Place);
        return text.ToString();
    }

    private void Write(StringBuilder text, TrialPoint point, ElementInstance instance, ILookup<long, ElementInstance> within)
    {
        var state = point.Case;
        text.Append(process[instance.ElementId].Index);
        if (instance.LoopCounter > 0) text.Append('i');
        if (instance.Loop is { } loop) WriteLoop(text, loop, process[instance.ElementId].Loop!);
        WriteSorted(text, 'w', instance.Waits.Select(key => state.Timers.TryGetValue(key, out var timer) ? timer.ElementId : state.Subscriptions[key].ElementId));
        WriteSorted(text, 't', instance.Tokens.Distinct());
        WriteSorted(text, 'p', point.Pending.Where(followUp => followUp.Key == instance.Key).Select(followUp => followUp.Id ?? "").Distinct());
        if (!state.Compensations.IsEmpty) WriteSorted(text, 'c', state.Compensations.Values.Where(kept => kept.ScopeKey == instance.Key).Select(kept => kept.ElementId).Distinct());
        if (!within.Contains(instance.Key)) return;
        text.Append('(');
        foreach (var child in within[instance.Key].Select(child => Of(point, child, within)).Order(StringComparer.Ordinal)) text.Append(child).Append(',');
        text.Append(')');
    }

    private string Of(TrialPoint point, ElementInstance instance, ILookup<long, ElementInstance> within)
    {
        var text = new StringBuilder();
        Write(text, point, instance, within);
        return text.ToString();
    }

    private static void WriteLoop(StringBuilder text, LoopState state, LoopDefinition loop)
    {
        text.Append('l').Append(state.Count);
        if (loop.Kind != LoopKind.Standard || loop.Maximum is not null) text.Append('s').Append(state.Started);
    }

    private static void WriteSorted(StringBuilder text, char kind, IEnumerable<string> ids)
    {
        foreach (var id in ids.Order(StringComparer.Ordinal)) text.Append(kind).Append(id);
    }
}
