namespace CaseFlow.Runtime.Due;

/// <summary>How due work is taken up. Bounds how hard a backlog after an outage presses on the database.</summary>
/// <param name="BatchSize">Rows claimed at once, shared among the tenants that have some.</param>
/// <param name="AtOnce">Commands of different cases that run at the same time: so many stand before a person's command at most.</param>
/// <param name="Lease">How long a claim holds; longer than a batch ever takes.</param>
public sealed record DueOptions(int BatchSize = 500, int AtOnce = 64, TimeSpan? Lease = null)
{
    internal TimeSpan LeaseTime => Lease ?? TimeSpan.FromMinutes(1);
}
