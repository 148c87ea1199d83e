using CaseFlow.Runtime.Running;

namespace CaseFlow.BurstHost.Nodes;

/// <summary>Stops whoever comes to the named point for the n-th time since it was armed, for ever: there the process is to be killed.</summary>
internal sealed class KillPoint(string name, int arrival, Action reached) : FaultPoints
{
    private static readonly ManualResetEventSlim Never = new();

    private int _arrivals;

    public static bool Armed { get; set; }

    /// <summary>Somebody stands here.</summary>
    public bool Taken => Volatile.Read(ref _arrivals) >= arrival;

    public override void Reached(string point)
    {
        if (!Armed || point != name || Interlocked.Increment(ref _arrivals) != arrival) return;
        reached();
        Never.Wait();
    }
}
