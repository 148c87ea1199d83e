namespace CaseFlow.Runtime.Outbox;

/// <param name="BatchSize">Rows claimed at once.</param>
/// <param name="AtOnce">Rows worked on at the same time.</param>
/// <param name="MostAttempts">Then the row is given up: it stays, marked dead.</param>
public sealed record OutboxOptions(int BatchSize = 50, int AtOnce = 4, int MostAttempts = 10)
{
    /// <summary>An activity that takes longer counts as failed.</summary>
    public TimeSpan ActivityTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a claim holds: a whole batch must be done by then, or another node would run its rest again.</summary>
    internal TimeSpan LeaseTime => ActivityTime * (Math.Ceiling((double)BatchSize / AtOnce) + 1);
}
