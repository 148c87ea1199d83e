using System.Collections.Immutable;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Migrating;

/// <summary>
/// What becomes of open timers and subscriptions: an event that has a counterpart goes on, one that has none is withdrawn, and
/// one that is new is opened. An event that had fired and was over stays over: its counterpart is not opened again.
/// </summary>
internal sealed class WaitMoves
{
    private readonly CaseMove _move;
    private readonly ImmutableArray<MovedElement>.Builder _renamed = ImmutableArray.CreateBuilder<MovedElement>();
    private readonly List<long> _closed = [];
    private readonly List<(long Owner, Process Process, ImmutableArray<int> Events)> _opened = [];

    public WaitMoves(CaseMove move)
    {
        _move = move;
        foreach (var owner in move.State.Elements.Values)
            foreach (var group in WaitGroup.Of(move, owner))
                Decide(owner, group);
    }

    public ImmutableArray<MovedElement> Renamed => _renamed.ToImmutable();

    public IReadOnlyList<long> Closed => _closed;

    public IReadOnlyList<(long Owner, Process Process, ImmutableArray<int> Events)> Opened => _opened;

    private void Decide(ElementInstance owner, WaitGroup group)
    {
        var counterparts = group.Old.ToDictionary(old => old.Id, group.Process.Of, StringComparer.Ordinal);
        var open = group.New.Where(target => !counterparts.ContainsValue(target)).Select(target => target.Index).ToList();
        foreach (var key in owner.Waits)
            if (group.Old.FirstOrDefault(old => old.Id == EventOf(key)) is { } old)
                Decide(key, old, counterparts[old.Id], group, open);
        if (group.MayOpen && open.Count > 0) _opened.Add((owner.Key, group.Process.Target, [.. open]));
    }

    private void Decide(long key, Element old, Element? target, WaitGroup group, List<int> open)
    {
        var belongs = target is not null && group.New.Contains(target);
        if (!belongs && group.Process.Map.Names(old.Id))
            _move.Refuse(old.Id, "wait-elsewhere", $"Expected {group.Process.Map[old.Id]} to belong to what continues the owner of {old.Id}, but it does not.");
        if (!belongs || !Compatibility.SameWait(old, target!)) _closed.Add(key);
        else if (old.Id != target!.Id) _renamed.Add(new MovedElement(key, target.Id));
        if (belongs && _closed.Contains(key)) open.Add(target!.Index);
    }

    private string EventOf(long key) => _move.State.Timers.TryGetValue(key, out var timer) ? timer.ElementId : _move.State.Subscriptions[key].ElementId;
}
