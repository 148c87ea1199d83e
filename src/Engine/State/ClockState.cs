namespace CaseFlow.Engine.State;

/// <summary>A running promise. There is no "overdue" field: lateness is now against <see cref="Due"/>.</summary>
/// <param name="Amount">In units of the rule.</param>
/// <param name="NextMark">The mark that is due next, at <paramref name="NextMarkAt"/>; null when paused or all marks have passed.</param>
/// <param name="PausedAt">Set while paused.</param>
public sealed record ClockState(
    long Key, string ClockId, string Rule, decimal Amount, string? Calendar, DateTimeOffset StartedAt, DateTimeOffset Due,
    ClockMark? NextMark, DateTimeOffset? NextMarkAt, DateTimeOffset? PausedAt);

/// <summary>The points of a clock at which something is told.</summary>
public enum ClockMark
{
    Warning,
    Breach,
    Escalation,
}
