namespace CaseFlow.Runtime.Outbox;

/// <summary>How long to wait before trying again.</summary>
internal static class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>Doubles with each attempt, up to 30 minutes, give or take a fifth: rows that failed together must not come back together.</summary>
    /// <returns>Whole milliseconds, as the store keeps times.</returns>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    public static TimeSpan After(int attempt, TimeSpan first)
    {
        var pause = Math.Min(first.TotalMilliseconds * Math.Pow(2, Math.Min(attempt - 1, 20)), Longest.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(Math.Ceiling(pause * (0.8 + (0.4 * Random.Shared.NextDouble()))));
    }
}
