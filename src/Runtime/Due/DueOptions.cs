namespace CaseFlow.Runtime.Due;

/// <summary>How due work is taken up. Bounds how hard a backlog after an outage presses on the database.</summary>
/// <param name="BatchSize">Rows claimed at once.</param>
/// <param name="AtOnce">Commands of different cases that run at the same time.</param>
/// <param name="Lease">How long a claim holds; longer than a batch ever takes.</param>
public sealed record DueOptions(int BatchSize = 100, int AtOnce = 4, TimeSpan? Lease = null)
{
    internal TimeSpan LeaseTime => Lease ?? TimeSpan.FromMinutes(1);
}
