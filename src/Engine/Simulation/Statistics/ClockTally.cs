namespace CaseFlow.Engine.Simulation.Statistics;

/// <summary>What became of the runs of one clock.</summary>
internal sealed class ClockTally
{
    public long Started { get; set; }

    /// <summary>Stopped in time.</summary>
    public long Kept { get; set; }

    /// <summary>Due before they were stopped, whether they were stopped later or not.</summary>
    public long Breached { get; set; }

    public void Clear() => (Started, Kept, Breached) = (0, 0, 0);
}
