namespace CaseFlow.BurstHost.Nodes;

/// <summary>The machine's time, so much later.</summary>
internal sealed class ShiftedTime(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
}
