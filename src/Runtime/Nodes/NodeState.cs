namespace CaseFlow.Runtime.Nodes;

/// <summary>Whether this process takes up work of its own: due rows, outbox rows, messages. What people ask it to do it does in any case.</summary>
public sealed class NodeState
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _idle = Done();
    private int _sweeps;
    private bool _stopping;
    private bool _asked;

    internal NodeState(NodeOptions options) => Name = options.Name;

    public string Name { get; }

    /// <summary>It claims nothing any more; what it holds it brings to its end.</summary>
    public bool IsDraining => Volatile.Read(ref _stopping) || Volatile.Read(ref _asked);

    /// <summary>No sweep is running.</summary>
    internal bool IsIdle => Volatile.Read(ref _sweeps) == 0;

    /// <summary>An operator's wish, which can be taken back.</summary>
    internal void Ask(bool drain) => Volatile.Write(ref _asked, drain);

    /// <summary>The process stops.</summary>
    internal void Stop() => Volatile.Write(ref _stopping, true);

    /// <summary>Done when no sweep is running.</summary>
    internal Task IdleAsync()
    {
        lock (_lock) return _idle.Task;
    }

    /// <summary>A sweep begins; dispose what it gives when the sweep ends. Null: the node drains, nothing may begin.</summary>
    internal IDisposable? Begin()
    {
        lock (_lock)
        {
            if (IsDraining) return null;
            if (_sweeps++ == 0) _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return new Sweep(this);
        }
    }

    private void End()
    {
        lock (_lock)
            if (--_sweeps == 0) _idle.SetResult();
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }

    private sealed class Sweep(NodeState node) : IDisposable
    {
        public void Dispose() => node.End();
    }
}
