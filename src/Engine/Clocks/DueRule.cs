namespace CaseFlow.Engine.Clocks;

/// <summary>What an amount counts, and from when.</summary>
public enum DueRule
{
    /// <summary>Hours that pass, day and night.</summary>
    ElapsedHours,

    /// <summary>Hours that the office is open, from the start or the next opening.</summary>
    WorkingHours,

    /// <summary>Working days, due at the same time of day as the start or the next opening.</summary>
    WorkingDaysSameTime,

    /// <summary>Working days from the day after receipt, due at the closing of the last of them.</summary>
    WorkingDaysEndOfNthDayAfter,

    /// <summary>Days of the calendar, due at the same local time.</summary>
    CalendarDays,
}
