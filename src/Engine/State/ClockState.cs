namespace CaseFlow.Engine.State;

/// <summary>A running promise. There is no "overdue" field: lateness is now against <see cref="Due"/>.</summary>
/// <param name="Amount">In units of the rule.</param>
/// <param name="NextMark">The mark that comes next; null when all have passed.</param>
/// <param name="NextMarkAt">When it comes; null while paused.</param>
/// <param name="PausedAt">Set while paused.</param>
/// <param name="ScopeKey">0, or the call activity instance whose called flow the clock belongs to.</param>
public sealed record ClockState(
    long Key, string ClockId, string Rule, decimal Amount, string? Calendar, DateTimeOffset StartedAt, DateTimeOffset Due,
    ClockMark? NextMark, DateTimeOffset? NextMarkAt, DateTimeOffset? PausedAt, long ScopeKey = 0);

/// <summary>The points of a clock at which something is told.</summary>
public enum ClockMark
{
    Warning,
    Breach,
    Escalation,
}
