namespace CaseFlow.Engine.Simulation.Running;

/// <summary>What is to happen, earliest first; of what happens at one moment, what was added first, and clocks' marks last: what is done at the due time is done in time.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Due, (long At, bool IsMark, long Order)> _planned = new(1024);
    private long _added;

    public int Count => _planned.Count;

    public void Add(Due due) => _planned.Enqueue(due, (due.At, due.What == DueWhat.Mark, _added++));

    /// <summary>False when nothing happens any more up to that moment.</summary>
    public bool TryTake(long until, out Due due) =>
        _planned.TryPeek(out due, out var first) && first.At <= until && _planned.TryDequeue(out due, out _);
}
