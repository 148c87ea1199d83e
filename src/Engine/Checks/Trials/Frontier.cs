using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>
/// What of all that can happen next has to be tried. Tokens that don't meet can't disturb each other, so only the one that is earliest in the
/// flow goes on, with all that can happen to it: the others come at their turn, and two that can meet do meet. What can happen to a whole
/// scope is tried beside, unless a path that runs beside is under way: that goes to its end first.
/// </summary>
internal sealed class Frontier
{
    private readonly Process _process;
    private readonly Order _order;
    private readonly Moves _moves;
    private readonly Dictionary<int, HashSet<int>> _regions = [];

    public Frontier(Process process)
    {
        (_process, _order, _moves) = (process, new Order(process), new Moves(process));
        foreach (var element in process.Elements)
            if (element.Kind.IsBoundaryEvent() && !element.Interrupting)
                _regions[element.Index] = [.. Ways.AllFrom(process, element).Where(index => index != element.AttachedTo)];
    }

    /// <summary>Tokens and instances that may go on by themselves, and what can happen from outside.</summary>
    public (List<FollowUp> Pending, List<Move> Moves) Next(TrialPoint point)
    {
        if (point.Pending.FirstOrDefault(followUp => TargetOf(point.Case, followUp).Kind == ElementKind.NoneEndEvent) is { } over) return ([over], []);
        var ending = point.Pending.Where(followUp => EndsOthers(point, followUp)).ToList();
        var pending = point.Pending.Where(followUp => !EndsOthers(point, followUp)).MinBy(followUp => NumberOf(point, followUp));
        var moves = _moves.Of(point.Case).Where(move => MayHappen(point, move)).ToList();
        var leaf = moves.Select(move => move.Owner).Where(key => IsLeaf(point.Case, key)).Distinct().OrderBy(key => NumberOf(point, key)).FirstOrDefault();
        if (pending is not null && (leaf == 0 || NumberOf(point, pending) <= NumberOf(point, leaf))) return ([pending, .. ending], []);
        var isBeside = leaf != 0 && _order.IsBeside(ElementOf(point.Case, leaf));
        return (ending, [.. moves.Where(move => move.Owner == leaf || !isBeside && !IsLeaf(point.Case, move.Owner))]);
    }

    /// <summary>Elements at which tokens are, or to which they are on their way, but for one token at the given element.</summary>
    public List<Element> Beside(TrialPoint point, Element? at)
    {
        var positions = point.Case.Elements.Values.Where(instance => IsLeaf(point.Case, instance.Key)).Select(instance => _process[instance.ElementId])
            .Concat(point.Pending.Select(followUp => TargetOf(point.Case, followUp))).ToList();
        if (at is not null) positions.Remove(at);
        return positions;
    }

    public Element TargetOf(CaseState state, FollowUp followUp) =>
        followUp.Kind == FollowUpKind.Arrive ? _process.Elements[_process.FindFlow(followUp.Id!)!.Target] : state.Elements.TryGetValue(followUp.Key, out var body) ? _process[body.ElementId] : _process.Root;

    /// <summary>A token about to end what runs beside it: it waits while the others go on, for they may come as far as they can before.</summary>
    private bool EndsOthers(TrialPoint point, FollowUp followUp) => TargetOf(point.Case, followUp).Kind
        is ElementKind.TerminateEndEvent or ElementKind.ErrorEndEvent or ElementKind.EscalationEndEvent or ElementKind.EscalationThrowEvent;

    private int NumberOf(TrialPoint point, FollowUp followUp) => _order.Of(TargetOf(point.Case, followUp));

    private int NumberOf(TrialPoint point, long key) => _order.Of(ElementOf(point.Case, key));

    private Element ElementOf(CaseState state, long key) => _process[state.Elements[key].ElementId];

    /// <summary>It waits by itself: a task or an event, or an ad-hoc subprocess of which no step runs.</summary>
    private bool IsLeaf(CaseState state, long key)
    {
        var instance = state.Elements[key];
        if (key == 0 || instance.Loop is not null || instance.Children > 0) return false;
        var kind = _process[instance.ElementId].Kind;
        return !kind.IsScope() || kind == ElementKind.AdHocSubprocess;
    }

    /// <summary>What doesn't interrupt begins one path at a time: a second one beside it shows nothing new.</summary>
    private bool MayHappen(TrialPoint point, Move move)
    {
        if (move.Kind is TrialStepKind.Complete or TrialStepKind.Job or TrialStepKind.Error or TrialStepKind.AdHoc) return true;
        var element = _process[move.ElementId];
        if (element.Interrupting) return true;
        var state = point.Case;
        if (element.Kind.IsStartEvent())
            return !state.Elements.Values.Any(instance => instance.ScopeKey == move.Owner && instance.Key != 0 && _process[instance.ElementId].Index == element.Parent);
        var scope = state.Elements[state.Elements[move.Owner].ScopeKey];
        var region = _regions[element.Index];
        return !scope.Tokens.Any(flow => region.Contains(_process.FindFlow(flow)!.Target))
            && !state.Elements.Values.Any(instance => instance.ScopeKey == scope.Key && instance.Key != move.Owner && region.Contains(_process[instance.ElementId].Index));
    }
}
