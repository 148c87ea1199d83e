using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Simulation.Running;

/// <summary>An open case. When it is closed nothing of it stays but this shell, until the last thing planned for it has passed.</summary>
internal sealed class SimulatedCase(Draws draws, long begun)
{
    private readonly List<WorkItem> _work = [];
    private readonly List<long> _breached = [];

    /// <summary>Not a property: a draw changes it in place.</summary>
    public Draws Draws = draws;

    /// <summary>Null once it is closed.</summary>
    public CaseState? State { get; set; }

    /// <summary>UTC ticks.</summary>
    public long Begun => begun;

    public WorkItem? FindWork(long key) => _work.Find(item => item.Key == key);

    public void Add(WorkItem item) => _work.Add(item);

    public void Remove(WorkItem item) => _work.Remove(item);

    /// <summary>False when that clock was marked as breached before.</summary>
    public bool Breach(long clockKey)
    {
        if (_breached.Contains(clockKey)) return false;
        _breached.Add(clockKey);
        return true;
    }

    public bool IsBreached(long clockKey) => _breached.Contains(clockKey);
}
