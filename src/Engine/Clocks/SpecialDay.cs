using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Clocks;

/// <summary>A date that differs from its weekday: a holiday, or a make-up working day (调休).</summary>
/// <param name="Hours">The hours of a working day that has its own; null: those of its weekday, or the usual ones when its weekday is closed.</param>
public sealed record SpecialDay(DateOnly Date, bool IsWorkingDay, LocalText Name, DayHours? Hours = null);
