using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.ClosedLoop;

/// <summary>
/// What can happen next to a case, whatever its data. What takes no time goes first, one at a time: only waits can happen in any order.
/// An activity that repeats counts once.
/// </summary>
internal sealed class LoopGame(Process process, LoopWatch watch, SteeringVariables steering, Func<Element, ClosedLoopRules> called)
{
    private readonly TokenPlaces _places = new(process);
    private readonly LoopJoins _joins = new(process, new TokenPlaces(process));
    private readonly LoopWays _ways = new(process, steering);
    private readonly SidePaths _sides = new(process, watch, steering);

    public IEnumerable<LoopState> Starts()
    {
        var empty = new LoopState([0], watch.Start(process), 0, null);
        var starts = process.Root.Children.Select(child => process.Elements[child]).Where(child => child.Kind.IsStartEvent()).ToList();
        foreach (var start in starts) yield return Entered(empty, start);
        if (starts.Count == 0) yield return process.Root.Entries.Aggregate(empty, (state, entry) => Entered(state, process.Elements[entry]));
    }

    public IEnumerable<LoopMove> Next(LoopState state)
    {
        foreach (var element in Active(state))
            if (!element.Kind.IsScope() && !Waiting.At(element))
                return Complete(state.Without(element.Index), element);
        if (_joins.Ready(state) is { } join) return Leave(After(LoopJoins.Taken(state, join), join), join);
        foreach (var scope in Active(state))
            if (scope.Index > 0 && scope.Kind.IsScope() && !Waiting.At(scope) && _places.IsEmpty(state, scope.Index))
                return Complete(state.Without(scope.Index), scope);
        return state.IsClosed ? [] : Active(state).SelectMany(element => Happenings(state, element)).ToList();
    }

    private IEnumerable<Element> Active(LoopState state) => state.Tokens.Where(token => token >= 0).Select(_places.ElementOf);

    /// <summary>What can happen at a step or scope that goes on: it is done, or an event comes.</summary>
    private IEnumerable<LoopMove> Happenings(LoopState state, Element element)
    {
        var moves = Waiting.At(element) ? FromOutside(Complete(state.Without(element.Index), element), element) : [];
        foreach (var boundary in element.Boundaries.Select(index => process.Elements[index]).Where(boundary => CanHappen(state, boundary, element)))
            moves = moves.Concat(FromOutside(boundary.Interrupting ? Interrupt(state, boundary) : Beside(state, boundary), boundary));
        foreach (var start in element.EventStarts.Select(index => process.Elements[index]).Where(start => CanStart(state, start, element)))
            moves = moves.Concat(FromOutside(start.Interrupting ? Replace(state, start) : Beside(state, start), start));
        return moves;
    }

    private static IEnumerable<LoopMove> FromOutside(IEnumerable<LoopMove> moves, Element by) => moves.Select(move => move with { Kind = Happening.Of(by) });

    private bool CanHappen(LoopState state, Element boundary, Element on) => boundary.Kind switch
    {
        ElementKind.CompensationBoundaryEvent => false,
        ElementKind.ErrorBoundaryEvent => _places.Within(state, on.Index).Any(Waiting.IsWork),
        ElementKind.EscalationBoundaryEvent => on.Kind == ElementKind.CallActivity,
        _ => true,
    };

    private bool CanStart(LoopState state, Element start, Element scope) =>
        start.Kind is not (ElementKind.ErrorStartEvent or ElementKind.EscalationStartEvent)
        && !scope.Children.Any(child => process.Elements[child].Kind == ElementKind.EventSubprocess && state.Tokens.Contains(child));

    private List<LoopMove> Complete(LoopState state, Element element)
    {
        var after = After(state, element);
        return element.Kind switch
        {
            ElementKind.TerminateEndEvent => [new LoopMove(_places.Cleared(after, element.Parent), element, [])],
            ElementKind.ErrorEndEvent => Catcher(element) is { } caught ? Caught(after, caught) : [],
            ElementKind.EscalationEndEvent or ElementKind.EscalationThrowEvent when Catcher(element) is { Interrupting: true } caught => Caught(after, caught),
            _ => Leave(after, element),
        };
    }

    private List<LoopMove> Caught(LoopState state, Element by) => by.Kind.IsBoundaryEvent() ? Interrupt(state, by) : Replace(state, by);

    /// <summary>A boundary event ends what it stands on.</summary>
    private List<LoopMove> Interrupt(LoopState state, Element boundary)
    {
        var ended = _places.Cleared(state, boundary.AttachedTo).Without(boundary.AttachedTo);
        return Leave(After(Lapsed(state, ended, boundary, boundary.AttachedTo), boundary), boundary);
    }

    /// <summary>An event subprocess takes the place of all that its scope does.</summary>
    private List<LoopMove> Replace(LoopState state, Element start)
    {
        var scope = process.Elements[start.Parent].Parent;
        return Leave(After(Lapsed(state, _places.Cleared(state, scope), start, scope), start).With(start.Parent), start);
    }

    private List<LoopMove> Beside(LoopState state, Element start)
    {
        if (!_sides.MayBegin(state, start)) return [];
        var begun = start.Kind.IsBoundaryEvent() ? state : state.With(start.Parent);
        return Leave(After(begun, start), start);
    }

    private LoopState Lapsed(LoopState before, LoopState ended, Element by, int scope) =>
        by.Event is TimerDefinition ? ended with { Facts = watch.Lapsed(before.Facts, _places.Within(before, scope)) } : ended;

    private LoopState After(LoopState state, Element element)
    {
        var facts = element.Call is null ? state.Facts : watch.Called(state.Facts, called(element));
        return state with { Facts = watch.Completed(facts, element), Steering = steering.After(state.Steering, element), Closure = element.Closure ?? state.Closure };
    }

    private List<LoopMove> Leave(LoopState state, Element element) =>
        _ways.Of(element, state.Steering).Select(flows => new LoopMove(flows.Aggregate(state, Taken), element, flows)).ToList();

    private LoopState Taken(LoopState state, int flow)
    {
        var target = process.Elements[process.Flows[flow].Target];
        return LoopJoins.IsJoin(target) ? state.With(~flow) : Entered(state, target);
    }

    private LoopState Entered(LoopState state, Element element)
    {
        var entered = state.With(element.Index) with { Facts = watch.Entered(state.Facts, element) };
        return element.Kind == ElementKind.Subprocess ? element.Entries.Aggregate(entered, (inner, entry) => Entered(inner, process.Elements[entry])) : entered;
    }

    /// <summary>The event that catches what an error or escalation event throws: the nearest around it.</summary>
    private Element? Catcher(Element thrower)
    {
        for (var scope = process.Elements[thrower.Parent]; ; scope = process.Elements[scope.Parent])
        {
            var around = scope.EventStarts.Select(index => process.Elements[index]).Where(start => !IsAround(start.Parent, thrower));
            if (around.Concat(scope.Boundaries.Select(index => process.Elements[index])).FirstOrDefault(catcher => Catches(catcher, thrower)) is { } found) return found;
            if (scope.Parent < 0) return null;
        }
    }

    private bool IsAround(int scope, Element element) => element.Parent == scope || _places.IsInside(element.Index, scope);

    private static bool Catches(Element catcher, Element thrower) => (catcher.Event, thrower.Event) switch
    {
        (ErrorDefinition caught, ErrorDefinition thrown) => caught.Code is null || caught.Code == thrown.Code,
        (EscalationDefinition caught, EscalationDefinition thrown) => caught.Code is null || caught.Code == thrown.Code,
        _ => false,
    };
}
